/** Are Run keys and Task Manager's switches read as they stand in a real registry, whatever stands there? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { autostartSource } from '../../../electron/sources/autostart-source.ts'
import { readRunKeys } from '../../../electron/win32/startup/autostart.ts'
import { readElevation } from '../../../electron/win32/processes/process-owner.ts'
import { visitRegistryValues } from '../../../electron/win32/registry/registry.ts'
import type { RunEntry } from '../../../shared/model/autostart.ts'
import { yardsticksOfWaiting } from '../../fixtures/yardstick.ts'

const run = promisify(execFile)

const runKey = 'Software\\Microsoft\\Windows\\CurrentVersion\\Run'
const approvedKey = 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved'
const ownKey = 'Software\\Process Inspector Autostart Test'

/** Every value of ours begins so: what else a PC starts is not touched. */
const prefix = 'Process Inspector Test '
const on = { state: 'known', value: { isOn: true, offSinceUtc: null } }

const added: [key: string, name: string, view: string][] = []

async function add(key: string, name: string, type: string, data: string, view = '64') {
  const value = prefix + name
  await run('reg', ['add', key, '/v', value, '/t', type, '/d', data, '/f', `/reg:${view}`])
  added.push([key, value, view])
}

/** For the keys of the whole PC an administrator is needed; under Wine everybody is one. */
const elevation = readElevation()
const isAdmin = elevation.state === 'known' && elevation.value

before(async () => {
  const user = `HKCU\\${runKey}`
  await add(user, 'Plain', 'REG_SZ', '"C:\\Program Files\\iTunes\\iTunesHelper.exe"')
  await add(user, 'Expand', 'REG_EXPAND_SZ', '%ProgramFiles%\\iTunes\\iTunesHelper.exe')
  await add(user, 'Off', 'REG_SZ', 'off.exe')
  await add(`HKCU\\${approvedKey}\\Run`, 'Off', 'REG_BINARY', '0300000000803ED5DEB19D01')
  await add(user, 'Switched On', 'REG_SZ', 'on.exe')
  await add(`HKCU\\${approvedKey}\\Run`, 'SWITCHED ON', 'REG_BINARY', '020000000000000000000000')
  await add(user, 'Broken', 'REG_SZ', 'broken.exe')
  await add(`HKCU\\${approvedKey}\\Run`, 'Broken', 'REG_BINARY', '03FF')
  await add(user, 'Text Switch', 'REG_SZ', 'text.exe')
  await add(`HKCU\\${approvedKey}\\Run`, 'Text Switch', 'REG_SZ', 'off')
  await add(user, 'Number', 'REG_DWORD', '7')
  await add(user, 'Bytes', 'REG_BINARY', '00FF')
  await add(user, 'Empty', 'REG_SZ', '')
  await add(user, 'Å 音 \u{1F3B5}', 'REG_SZ', 'C:\\Å 音\\x.exe')
  if (isAdmin) {
    await add(`HKLM\\${runKey}`, 'Whole', 'REG_SZ', 'whole.exe')
    await add(`HKLM\\${approvedKey}\\Run32`, 'Whole', 'REG_BINARY', '030000000000000000000000')
    await add(`HKLM\\${runKey}`, 'Narrow', 'REG_SZ', 'narrow.exe', '32')
    await add(`HKLM\\${approvedKey}\\Run32`, 'Narrow', 'REG_BINARY', '030000000000000000000000')
  }
})

after(async () => {
  for (const [key, name, view] of added) {
    await run('reg', ['delete', key, '/v', name, '/f', `/reg:${view}`]).catch(() => undefined)
  }
  await run('reg', ['delete', `HKCU\\${ownKey}`, '/f']).catch(() => undefined)
})

/** Ours, without their prefix. */
async function entries(): Promise<ReadonlyMap<string, RunEntry>> {
  const found = new Map<string, RunEntry>()
  for (const { entries: content } of await readRunKeys()) {
    if (content.state !== 'known') assert.fail(JSON.stringify(content))
    for (const entry of content.value) {
      if (!entry.valueName.startsWith(prefix)) continue
      const name = entry.valueName.slice(prefix.length)
      assert.ok(!found.has(name), `${name} was found in two keys`)
      found.set(name, entry)
    }
  }
  return found
}

test('an entry that nobody ever switched is on, with its command as it stands', async () => {
  const found = await entries()
  assert.deepEqual(found.get('Plain'), {
    hive: 'HKCU',
    view: '64-bit',
    valueName: `${prefix}Plain`,
    command: { state: 'known', value: '"C:\\Program Files\\iTunes\\iTunesHelper.exe"' },
    startupSwitch: on,
  })
  assert.deepEqual(found.get('Expand')?.command, {
    state: 'known',
    value: '%ProgramFiles%\\iTunes\\iTunesHelper.exe',
  })
  assert.deepEqual(found.get('Empty')?.command, { state: 'known', value: '' })
  assert.deepEqual(found.get('Å 音 \u{1F3B5}')?.command, {
    state: 'known',
    value: 'C:\\Å 音\\x.exe',
  })
})

test('the switch of Task Manager is read, in any case of its name', async () => {
  const found = await entries()
  assert.deepEqual(found.get('Off')?.startupSwitch, {
    state: 'known',
    value: { isOn: false, offSinceUtc: '1970-01-01T00:00:00.000Z' },
  })
  assert.deepEqual(found.get('Switched On')?.startupSwitch, on)
})

test('what is no switch and what is no command is said to be unreadable', async () => {
  const found = await entries()
  const unreadable = { state: 'failed', reason: 'unreadable' }
  assert.deepEqual(found.get('Broken')?.startupSwitch, unreadable)
  assert.deepEqual(found.get('Text Switch')?.startupSwitch, unreadable)
  assert.deepEqual(found.get('Number')?.command, unreadable)
  assert.deepEqual(found.get('Bytes')?.command, unreadable)
})

if (isAdmin) {
  test('what 32-bit programs wrote is found apart, with the switch of its own', async () => {
    const found = await entries()
    const { view, startupSwitch } = found.get('Narrow') ?? {}
    assert.equal(view, '32-bit')
    assert.deepEqual(startupSwitch, { state: 'known', value: { isOn: false, offSinceUtc: null } })
    // Run32 says nothing about an entry of the 64-bit part.
    assert.equal(found.get('Whole')?.view, '64-bit')
    assert.deepEqual(found.get('Whole')?.startupSwitch, on)
  })
}

/** `reg` takes no megabyte as an argument: a file brings it in. */
async function importLong(name: string, characters: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'autostart-'))
  const file = join(folder, 'long.reg')
  const text = [
    'Windows Registry Editor Version 5.00',
    '',
    `[HKEY_CURRENT_USER\\${runKey}]`,
    `"${prefix}${name}"="${'x'.repeat(characters)}"`,
    '',
  ].join('\r\n')
  await writeFile(file, `\ufeff${text}`, 'utf16le')
  await run('reg', ['import', file])
  added.push([`HKCU\\${runKey}`, prefix + name, '64'])
  await rm(folder, { recursive: true })
}

test('a command of a megabyte, or just longer than any, is too large; the others are read all the same', async () => {
  await importLong('Long', 512 * 1024)
  await importLong('Just Too Long', 32_768)
  await importLong('Longest', 32_767)
  const found = await entries()
  const tooLarge = { state: 'failed', reason: 'too-large' }
  assert.deepEqual(found.get('Long')?.command, tooLarge)
  assert.deepEqual(found.get('Just Too Long')?.command, tooLarge)
  assert.equal(found.get('Longest')?.command.state, 'known')
  assert.deepEqual(found.get('Plain')?.startupSwitch, on)
})

test('a key that is not there holds nothing; one with too many values is not read to its end', async () => {
  let seen = 0
  const count = () => {
    seen += 1
  }
  const absent = await visitRegistryValues('HKCU', `${ownKey}\\Absent`, count)
  assert.deepEqual(absent, { state: 'known', value: 0 })
  for (const name of ['a', 'b', 'c']) {
    await run('reg', ['add', `HKCU\\${ownKey}`, '/v', name, '/d', name, '/f'])
  }
  assert.deepEqual(await visitRegistryValues('HKCU', ownKey, count, undefined, 3), {
    state: 'known',
    value: 3,
  })
  seen = 0
  assert.deepEqual(await visitRegistryValues('HKCU', ownKey, count, undefined, 2), {
    state: 'failed',
    reason: 'too-large',
  })
  assert.equal(seen, 2)
})

test('a look that was cancelled says so', async () => {
  for (const { entries: content } of await readRunKeys(AbortSignal.abort())) {
    if (content.state === 'known') assert.deepEqual(content.value, [])
    else assert.deepEqual(content, { state: 'skipped', reason: 'cancelled' })
  }
})

test('looking costs an inspection next to nothing', async () => {
  const yardsticks = await yardsticksOfWaiting(async () => {
    for (let turn = 0; turn < 50; turn += 1) await readRunKeys()
  })
  const ask = autostartSource()
  const asking = { signal: new AbortController().signal }
  await ask(asking)
  const kept = await yardsticksOfWaiting(() => ask(asking))
  console.log('Run keys, in yardsticks:', { looked: yardsticks / 50, kept })
  assert.ok(yardsticks / 50 < 1, `${yardsticks / 50} yardsticks`)
  assert.ok(kept < 1, `kept ${kept} yardsticks`)
})
