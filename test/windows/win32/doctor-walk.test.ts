/**
 * Apple's service out of order in a real service manager: does the doctor find the cause, and does its step tick by itself
 * with the next look after the test has repaired it? The program is signed by a certificate in Apple's name.
 */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, beforeEach, afterEach, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { lookAtConnections } from '../../../electron/inspection/look-at-connections.ts'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { diagnose } from '../../../shared/doctor/diagnose.ts'
import type { Diagnosis } from '../../../shared/model/diagnosis.ts'
import { isWine, program } from './programs.ts'

const run = promisify(execFile)
const keyName = 'Apple Mobile Device Service'

/** How long the window waits between two looks. */
const refreshMs = 2_000

/** One for the whole run, as the window has: what it keeps must not hold a tick back. */
const sources = liveSources('en')

async function walk(): Promise<Diagnosis> {
  const { connections } = sources
  if (connections === null) assert.fail('no connections')
  const catalogue = readCatalogue()
  const [looked, pc] = await Promise.all([
    lookAtConnections({
      ...{ sources, connections, catalogue },
      inspect: ({ signal }) => inspect(sources, { catalogue, signal }),
    }),
    sources.pcFacts({ signal: new AbortController().signal }),
  ])
  if (!looked.ok) assert.fail(JSON.stringify(looked.failure))
  const { inspection, look } = looked.value
  return diagnose({
    symptom: 'not-recognised',
    facts: { inspection, look, pc },
    endpoints: readEndpoints(),
  })
}

/** Of the service's own step: what else is wrong on a PC on which other tests run may be the cause before it. */
const foundOf = ({ steps }: Diagnosis) =>
  steps.find(({ id }) => id === 'service')?.finding?.code ?? null

const stateOf = ({ steps }: Diagnosis, wanted: string) =>
  steps.find(({ id }) => id === wanted)?.state

// A PC's own service is nobody's to write to: only that of a Wine prefix is.
if (isWine) {
  const commonFiles = process.env['CommonProgramFiles'] ?? 'C:\\Program Files\\Common Files'
  const apple = join(commonFiles, 'Apple')
  const folder = join(apple, 'Mobile Device Support')
  const file = join(folder, 'AppleMobileDeviceService.exe')
  const sc = (...args: readonly string[]) => run('sc', args)

  const standIn = program('services', 'AppleMobileDeviceService.exe')

  // One service for all tests: one that was deleted stays known for as long as anybody has it open, and cannot be made anew.
  before(async () => {
    await mkdir(folder, { recursive: true })
    await sc('create', keyName, 'binPath=', `"${file}"`, 'start=', 'demand')
  })
  after(async () => {
    await sc('delete', keyName)
    await rm(apple, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  beforeEach(() => copyFile(standIn, file))
  afterEach(async () => {
    await endHanging()
    while ((await stateNow()) !== 'STOPPED') {
      await sc('stop', keyName).catch(() => undefined)
      await delay(50)
    }
  })

  const startTypes = { auto: '2', demand: '3', disabled: '4' }
  const setUp = (command: string, startType: keyof typeof startTypes) =>
    run(standIn, ['configure', keyName, startTypes[startType], command])

  /** As Apple's installer leaves it. */
  const repair = () => setUp(`"${file}"`, 'auto')

  const stateNow = async () =>
    /STATE\s*:\s*\d+\s+(\w+)/.exec((await sc('query', keyName)).stdout)?.[1]

  /** However long a busy machine takes: one whose process has just ended does not start at once. */
  async function start() {
    while ((await stateNow()) !== 'RUNNING') {
      await sc('start', keyName).catch(() => undefined)
      await delay(50)
    }
  }

  /** A service that does not get beyond its start obeys no `stop`, and would be left to the tests after this one. */
  async function endHanging() {
    if ((await stateNow()) !== 'START_PENDING') return
    const { signal } = new AbortController()
    let pid: number | null = null
    while (pid === null) {
      const listed = await sources.services({ signal })
      const all = listed.state === 'known' ? listed.value : []
      pid = all.find((one) => one.keyName === keyName)?.pid ?? null
    }
    if (signals(pid, 'SIGKILL')) while (signals(pid, 0)) await delay(50)
  }

  /** Whether there is somebody to hear it. */
  function signals(pid: number, signal: NodeJS.Signals | 0): boolean {
    try {
      return process.kill(pid, signal)
    } catch {
      return false
    }
  }

  /** A busy machine may be too late to tell whether a file is there. */
  async function walkUntil(isReached: (found: Diagnosis) => boolean): Promise<Diagnosis> {
    let found = await nextWalk()
    for (let looks = 1; !isReached(found); looks += 1) {
      if (looks === 60) assert.fail(JSON.stringify([found.cause, found.steps]))
      found = await nextWalk()
    }
    return found
  }

  const walkUntilCause = (code: string) => walkUntil(({ cause }) => cause?.code === code)

  /** With the first look that could see it. */
  async function tick(step: string): Promise<void> {
    const found = await walkUntil((walked) => stateOf(walked, step) !== 'could-not-look')
    assert.equal(stateOf(found, step), 'done')
  }

  /** The look that the window would make next: what is repaired ticks with it. */
  async function nextWalk(): Promise<Diagnosis> {
    await delay(refreshMs)
    return walk()
  }

  test('a disabled service is the cause, and ticks when it is automatic and runs', async () => {
    await setUp(`"${file}"`, 'disabled')
    const found = await walkUntilCause('service-disabled')
    assert.deepEqual([found.outcome, found.deciding], ['cause', 'service'])
    await repair()
    await start()
    await tick('service')
  })

  test('a service that only somebody starts is the cause, and ticks when it is automatic', async () => {
    await setUp(`"${file}"`, 'demand')
    assert.equal((await walkUntilCause('service-manual')).deciding, 'service')
    await repair()
    await start()
    await tick('service')
  })

  test('a program that is gone is the cause, and ticks when it is back and runs', async () => {
    await setUp(`"${file}"`, 'auto')
    await rename(file, `${file}.away`)
    assert.equal((await walkUntilCause('service-file-gone')).deciding, 'service')
    await rename(`${file}.away`, file)
    await start()
    await tick('service')
  })

  test('a path that leads elsewhere is the cause, and ticks when it is right again', async () => {
    await setUp(`"${join(folder, 'Other', 'AppleMobileDeviceService.exe')}"`, 'auto')
    assert.equal((await walkUntilCause('service-file-gone')).deciding, 'service')
    await repair()
    await start()
    await tick('service')
  })

  test('a program planted in the way of an unquoted path is found, and ticks when it is gone', async () => {
    const planted = 'C:\\Program.exe'
    await setUp(file, 'auto')
    await start()
    await copyFile(file, planted)
    try {
      const found = await walkUntilCause('image-path-unquoted')
      assert.equal(stateOf(found, 'service'), 'done')
      assert.equal(found.deciding, 'service-path')
    } finally {
      await rm(planted)
    }
    await tick('service-path')
  })

  test('a service that ends with an error of its own is the cause with its number, and ticks when it runs', async () => {
    await setUp(`"${file}" fails`, 'auto')
    await sc('start', keyName).catch(() => undefined)
    const found = await walkUntilCause('service-stopped')
    assert.deepEqual([found.outcome, found.deciding], ['cause', 'service'])
    assert.equal(found.cause?.values?.['ownExit'], '42')
    await repair()
    await start()
    await tick('service')
  })

  test('a service that does not get beyond its start is waited for, is the cause after minutes, and ticks when it runs', async (context) => {
    await setUp(`"${file}" hangs`, 'auto')
    // Nobody waits for minutes, and a busy machine must not take them: the clock goes on with each look, and is then put
    // forward.
    let now = Date.now()
    context.mock.timers.enable({ apis: ['Date'], now })
    const passes = (ms: number) => {
      now += ms
      context.mock.timers.setTime(now)
    }
    const until = (isReached: (found: Diagnosis) => boolean) =>
      walkUntil((found) => {
        passes(refreshMs)
        return isReached(found)
      })
    await sc('start', keyName).catch(() => undefined)
    await until(
      (found) =>
        foundOf(found) === 'service-starting' && stateOf(found, 'service') === 'could-not-look',
    )
    passes(10 * 60_000)
    await until(
      ({ outcome, deciding, cause }) =>
        outcome === 'cause' && deciding === 'service' && cause?.code === 'service-hanging',
    )
    context.mock.timers.reset()
    await endHanging()
    await repair()
    await start()
    await tick('service')
  })
}
