/** Trees without end, very wide or very deep, as somebody may put them into the registry: each part says so, the rest is whole, and nothing is held up. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { pcPackages } from '../../../electron/sources/pc-packages.ts'
import { pcStartup } from '../../../electron/sources/pc-startup.ts'
import { readServiceKey } from '../../../electron/win32/processes/read-service-key.ts'
import { keysBelow } from '../../../electron/win32/registry/keys-below.ts'
import type { StartupFacts, StartupPlace } from '../../../shared/model/pc-facts.ts'
import { isWine } from './programs.ts'
import {
  deleteKeys,
  longestBlockMs,
  number,
  text,
  writeKeys,
  type Values,
} from './registry-file.ts'

const run = promisify(execFile)
const HKLM = 'HKEY_LOCAL_MACHINE'
const uninstall = `${HKLM}\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall`
const tree = `${HKLM}\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\Tree`
const services = `${HKLM}\\System\\CurrentControlSet\\Services`
const appData =
  'HKEY_CURRENT_USER\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\SystemAppData'

const sources = liveSources('en')
const asking = { signal: new AbortController().signal }
const failure = (reason: string) => ({ state: 'failed', reason })
const readOf = (facts: StartupFacts, place: StartupPlace) =>
  facts.read.find((one) => one.place === place)?.read

/** Generous, because the machine has other work: a walk in one go would take seconds. */
const mostBlockedMs = 400

/** Taken away at once: all files of this folder run in one process and one registry. */
async function withKeys(
  keys: Readonly<Record<string, Values>>,
  use: () => Promise<void>,
  roots: readonly string[] = [],
): Promise<void> {
  await writeKeys(keys)
  try {
    await use()
  } finally {
    await deleteKeys([...roots, ...Object.keys(keys)])
  }
}

const many = (count: number, one: (index: number) => readonly [string, Values]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => one(index)))

if (isWine) {
  test('an uninstall key with more programs than a PC has is too large, and says so', async () => {
    const keys = {
      ...many(5_100, (index) => [`${uninstall}\\Inspector ${index}`, {}]),
      [`${uninstall}\\Inspector iTunes`]: {
        DisplayName: text('iTunes'),
        Publisher: text('Apple Inc.'),
      },
    }
    await withKeys(keys, async () => {
      let found: unknown
      const longest = await longestBlockMs(async () => {
        found = await pcPackages(sources)(asking)
      })
      assert.deepEqual(found, failure('too-large'))
      assert.ok(longest < mostBlockedMs, `${String(longest)} ms`)
      const startup = await pcStartup(sources)(asking)
      assert.deepEqual(readOf(startup, 'run-key'), { state: 'known', value: true })
    })
    const after = await pcPackages(sources)(asking)
    assert.equal(after.state, 'known')
  })

  test('a tree of tasks that is deeper or wider than Windows makes it leaves the other tasks whole', async () => {
    const deep = Array.from({ length: 60 }, (_, level) => `Level${level}`).join('\\')
    const keys = {
      [`${tree}\\Inspector Deep\\${deep}\\Apple below`]: { Id: text('{1}') },
      [`${tree}\\Inspector Deep\\Apple above`]: { Id: text('{2}') },
    }
    const roots = [`${tree}\\Inspector Deep`, `${tree}\\Inspector Wide`]
    await withKeys(
      keys,
      async () => {
        const facts = await pcStartup(sources)(asking)
        const names = facts.items.map(({ name }) => name)
        assert.ok(names.includes('\\Inspector Deep\\Apple above'))
        assert.ok(!names.some((name) => name.endsWith('Apple below')))
        await writeKeys(
          many(2_100, (index) => [`${tree}\\Inspector Wide\\Apple ${index}`, { Id: text('{3}') }]),
        )
        let wide: StartupFacts | undefined
        const longest = await longestBlockMs(async () => {
          wide = await pcStartup(sources)(asking)
        })
        assert.ok(wide)
        // The files tell of the tasks that are really there.
        assert.deepEqual(readOf(wide, 'scheduled-task'), { state: 'known', value: true })
        assert.deepEqual(readOf(wide, 'run-key'), { state: 'known', value: true })
        assert.ok(longest < mostBlockedMs, `${String(longest)} ms`)
      },
      roots,
    )
  })

  test('folders of tasks that lead in a ring, or nowhere, end', async () => {
    const tasks = join(process.env['SystemRoot'] ?? '', 'System32', 'Tasks', 'Inspector Ring')
    await mkdir(join(tasks, 'below'), { recursive: true })
    try {
      await writeFile(join(tasks, 'below', 'Apple task'), '<Task/>')
      // Not every system lets a test make links.
      await symlink(tasks, join(tasks, 'below', 'ring'), 'junction').catch(() => undefined)
      await symlink(join(tasks, 'nowhere'), join(tasks, 'Apple nowhere')).catch(() => undefined)
      const facts = await pcStartup(sources)(asking)
      assert.deepEqual(readOf(facts, 'scheduled-task'), { state: 'known', value: true })
      const names = facts.items.map(({ name }) => name)
      assert.ok(names.includes('\\Inspector Ring\\below\\Apple task'))
      assert.equal(names.filter((name) => name.endsWith('Apple task')).length, 1)
    } finally {
      await rm(tasks, { recursive: true, force: true })
    }
  })

  test('more Store tasks than a package has are too many, and the Run keys are read all the same', async () => {
    const family = `${appData}\\AppleInc.InspectorMany_nzyj5cx40ttqa`
    const keys = many(60, (index) => [`${family}\\Task${index}`, { State: number(2) }])
    await withKeys(keys, async () => {
      const facts = await pcStartup(sources)(asking)
      assert.deepEqual(readOf(facts, 'store-task'), failure('too-large'))
      assert.deepEqual(readOf(facts, 'run-key'), { state: 'known', value: true })
    }, [family])
  })

  test('a service with thousands of triggers has one, in no time', async () => {
    const key = `${services}\\Inspector Triggers`
    const keys = {
      [key]: { Start: number(3), ImagePath: text('C:\\Apple\\x.exe') },
      ...many(3_000, (index) => [`${key}\\TriggerInfo\\${index}`, {}]),
    }
    await withKeys(keys, async () => {
      const startedAt = performance.now()
      const read = readServiceKey('Inspector Triggers')
      const readAt = performance.now()
      assert.ok(read.state === 'known' && read.value?.hasTrigger === true)
      const all = await keysBelow('HKLM', key.slice(HKLM.length + 1) + '\\TriggerInfo', 10_000)
      assert.equal(all.state === 'known' && all.value.length, 3_000)
      // One trigger is looked at, not all of them.
      assert.ok(readAt - startedAt < performance.now() - readAt)
    })
  })

  test('an event that only stops a service starts it by none', () =>
    // The shape is Windows's: https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_trigger
    withKeys(
      {
        [`${services}\\Inspector Stops`]: { Start: number(3), ImagePath: text('C:\\x.exe') },
        [`${services}\\Inspector Stops\\TriggerInfo\\0`]: { Type: number(3), Action: number(2) },
        [`${services}\\Inspector Starts`]: { Start: number(3), ImagePath: text('C:\\x.exe') },
        [`${services}\\Inspector Starts\\TriggerInfo\\0`]: { Type: number(3), Action: number(2) },
        [`${services}\\Inspector Starts\\TriggerInfo\\1`]: { Type: number(1), Action: number(1) },
      },
      () => {
        const isStarted = (keyName: string) => {
          const read = readServiceKey(keyName)
          return read.state === 'known' && read.value?.hasTrigger
        }
        assert.equal(isStarted('Inspector Stops'), false)
        assert.equal(isStarted('Inspector Starts'), true)
        return Promise.resolve()
      },
      [`${services}\\Inspector Stops`, `${services}\\Inspector Starts`],
    ))

  test('a key with more below than asked for is too large; an absent one is empty', async () => {
    const key = `${HKLM}\\Software\\Inspector Keys`
    await withKeys(
      many(5, (index) => [`${key}\\${index}`, {}]),
      async () => {
        const below = (most: number) => keysBelow('HKLM', 'Software\\Inspector Keys', most)
        assert.deepEqual(await below(5), { state: 'known', value: ['0', '1', '2', '3', '4'] })
        assert.deepEqual(await below(4), failure('too-large'))
        assert.deepEqual(await keysBelow('HKLM', 'Software\\Inspector None', 1), {
          state: 'known',
          value: [],
        })
        const aborted = AbortSignal.abort()
        assert.deepEqual(await keysBelow('HKLM', 'Software\\Inspector Keys', 5, aborted), {
          state: 'skipped',
          reason: 'cancelled',
        })
      },
      [key],
    )
    await run('reg', ['query', key]).then(
      () => assert.fail('the test left its keys'),
      () => undefined,
    )
  })
}
