/** Services as this test sets them up in a real registry and service manager: does each fact come out as written down? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { pcServices } from '../../../electron/sources/pc-services.ts'
import type { PcService } from '../../../shared/model/pc-facts.ts'
import { isWine, program } from './programs.ts'

const run = promisify(execFile)
const servicesKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services'

const sources = liveSources('en')
const asking = { signal: new AbortController().signal }

async function read(): Promise<ReadonlyMap<string, PcService>> {
  // Without what the source keeps: each test changes what is there.
  const found = await pcServices(sources)(asking)
  if (found.state !== 'known') assert.fail(JSON.stringify(found))
  return new Map(found.value.map((one) => [one.keyName, one]))
}

async function service(keyName: string): Promise<PcService> {
  const found = (await read()).get(keyName)
  assert.ok(found, `${keyName} is missing`)
  return found
}

const failure = (reason: string) => ({ state: 'failed', reason })
const known = (value: unknown) => ({ state: 'known', value })

const standIn = process.env['INSPECTOR_SERVICE']

// A PC's own services are nobody's to write to: only those of a Wine prefix are.
if (isWine && standIn !== undefined) {
  let folder = ''
  const made: string[] = []
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pc services '))
    await mkdir(join(folder, 'Apple'))
    await copyFile(standIn, join(folder, 'Apple', 'stand in.exe'))
  })
  after(async () => {
    for (const keyName of made) {
      await run('sc', ['stop', keyName]).catch(() => undefined)
      await run('sc', ['delete', keyName]).catch(() => undefined)
    }
    await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 100 })
  })

  const file = () => join(folder, 'Apple', 'stand in.exe')

  async function create(keyName: string, command: string, ...more: readonly string[]) {
    made.push(keyName)
    await run('sc', ['create', keyName, 'binPath=', command, ...more])
  }
  const set = (keyName: string, name: string, type: string, data: string) =>
    run('reg', ['add', `${servicesKey}\\${keyName}`, '/v', name, '/t', type, '/d', data, '/f'])

  /** `sc` calls it a failure when the service does not go on running. However long a busy machine takes. */
  async function startUntil(keyName: string, state: string) {
    await run('sc', ['start', keyName]).catch(() => undefined)
    for (;;) {
      const { stdout } = await run('sc', ['query', keyName])
      if (stdout.includes(state)) return
      await delay(50)
    }
  }

  test('a service of a folder of Apple’s is found by its path, and told as sc tells it', async () => {
    await create('Inspector A', `"${file()}"`, 'start=', 'auto', 'DisplayName=', 'Å 音 "x"')
    await startUntil('Inspector A', 'RUNNING')
    const found = await service('Inspector A')
    const { stdout } = await run('sc', ['query', 'Inspector A'])
    assert.match(stdout, /RUNNING/)
    assert.deepEqual(found.state, known('running'))
    assert.ok(found.pid !== null && found.pid > 0)
    assert.equal(found.displayName, 'Å 音 "x"')
    assert.equal(found.maker, 'unknown')
    assert.deepEqual(found.isProgramThere, known(true))
    assert.deepEqual(
      found.setUp,
      known({
        startType: 'automatic',
        isDelayed: false,
        hasTrigger: false,
        account: 'LocalSystem',
        imagePath: `"${file()}"`,
        program: file(),
        earlierPrograms: [],
        dependsOn: [],
        recovery: [],
      }),
    )
  })

  for (const [what, starts, sc, state] of [
    ['paused', 'pauses', 'PAUSED', 'paused'],
    ['stopped with a code of its own', 'fails', 'STOPPED', 'stopped'],
    ['hanging while it starts', 'hangs', 'START_PENDING', 'start-pending'],
  ] as const) {
    test(`a service that is ${what} says so`, async () => {
      const keyName = `Inspector ${starts}`
      await create(keyName, `"${file()}" ${starts}`, 'start=', 'demand')
      await startUntil(keyName, sc)
      const found = await service(keyName)
      assert.deepEqual(found.state, known(state))
      assert.deepEqual(
        found.lastExit,
        known(starts === 'fails' ? { code: 1066, ownCode: 42 } : { code: 0, ownCode: 0 }),
      )
      assert.ok(found.setUp.state === 'known' && found.setUp.value.startType === 'manual')
    })
  }

  test('delayed start, triggers, account, dependencies and recovery are read from the registry', async () => {
    await create(
      'Inspector B',
      `"${file()}"`,
      'start=',
      'auto',
      'obj=',
      'NT AUTHORITY\\LocalService',
    )
    await set('Inspector B', 'DelayedAutostart', 'REG_DWORD', '1')
    await set('Inspector B', 'Description', 'REG_SZ', 'What it does.')
    await set('Inspector B', 'DependOnService', 'REG_MULTI_SZ', 'Inspector A\\0Nobody')
    await set('Inspector B', 'DependOnGroup', 'REG_MULTI_SZ', 'NetGroup')
    await set(
      'Inspector B',
      'FailureActions',
      'REG_BINARY',
      '80510100000000000000000002000000140000000100000060ea000000000000' + '00000000',
    )
    await run('reg', ['add', `${servicesKey}\\Inspector B\\TriggerInfo\\0`, '/f'])
    const { setUp, description } = await service('Inspector B')
    assert.equal(description, 'What it does.')
    assert.ok(setUp.state === 'known')
    const { isDelayed, hasTrigger, account, dependsOn, recovery } = setUp.value
    assert.deepEqual(
      { isDelayed, hasTrigger, account, recovery },
      {
        isDelayed: true,
        hasTrigger: true,
        account: 'NT AUTHORITY\\LocalService',
        recovery: ['restart', 'none'],
      },
    )
    assert.deepEqual(dependsOn, [
      { keyName: 'Inspector A', state: known('running') },
      { keyName: 'Nobody', state: known(null) },
      { keyName: '+NetGroup', state: known(null) },
    ])
  })

  test('services that depend on each other in a ring end', async () => {
    await create('Inspector Ring 1', `"${file()}"`)
    await create('Inspector Ring 2', `"${file()}"`)
    await set('Inspector Ring 1', 'DependOnService', 'REG_MULTI_SZ', 'Inspector Ring 2')
    await set('Inspector Ring 2', 'DependOnService', 'REG_MULTI_SZ', 'Inspector Ring 1')
    const found = await service('Inspector Ring 1')
    assert.deepEqual(found.setUp.state === 'known' && found.setUp.value.dependsOn, [
      { keyName: 'Inspector Ring 2', state: known('stopped') },
    ])
  })

  test('a program planted before an unquoted path is what would start', async () => {
    const planted = join(folder, 'Apple', 'stand.exe')
    await create('Inspector Unquoted', `${file()} -x`)
    const before = await service('Inspector Unquoted')
    assert.ok(before.setUp.state === 'known')
    assert.equal(before.setUp.value.program, file())
    const earlier = before.setUp.value.earlierPrograms
    assert.deepEqual(earlier.at(-1), { path: planted, isThere: false })
    await copyFile(file(), planted)
    try {
      const { setUp } = await service('Inspector Unquoted')
      assert.ok(setUp.state === 'known')
      assert.equal(setUp.value.program, planted)
      assert.deepEqual(setUp.value.earlierPrograms.at(-1), { path: planted, isThere: true })
    } finally {
      await rm(planted)
    }
  })

  test('a service whose program is gone is there, and its program is not', async () => {
    const gone = join(folder, 'Apple', 'gone.exe')
    await create('Inspector Gone', `"${gone}"`, 'start=', 'disabled')
    const found = await service('Inspector Gone')
    assert.deepEqual(found.isProgramThere, known(false))
    assert.deepEqual(found.signature, failure('file-missing'))
    assert.deepEqual(found.setUp.state === 'known' && found.setUp.value.startType, 'disabled')
    assert.deepEqual(found.setUp.state === 'known' && found.setUp.value.program, gone)
  })

  test('a service of Apple’s by the signature of its program alone is found, and its maker named', async () => {
    const signed = program('genuine', 'AppleMobileDeviceService.exe')
    const elsewhere = join(folder, 'elsewhere.exe')
    await copyFile(signed, elsewhere)
    await create('Inspector Signed', `"${elsewhere}"`)
    const { maker, signature } = await service('Inspector Signed')
    assert.equal(maker, 'apple')
    assert.ok(signature.state === 'known')
  })

  test('a service that Windows shows under a name of Apple’s is found, whatever its key and program are', async () => {
    const elsewhere = join(folder, 'x.exe')
    await copyFile(standIn, elsewhere)
    await create('Inspector Shown', `"${elsewhere}"`, 'DisplayName=', 'Apple Mobile Device Service')
    await create('Inspector Plain', `"${elsewhere}"`, 'DisplayName=', 'Plain')
    const found = await read()
    assert.equal(found.get('Inspector Shown')?.maker, 'unknown')
    assert.equal(found.has('Inspector Plain'), false)
  })

  test('key names with odd signs are services like any other', async () => {
    for (const keyName of [
      "Inspector Å'Ö %x% 音",
      'Inspector \u202Ecod.exe',
      'Inspector (1) & <b>',
    ]) {
      await create(keyName, `"${file()}"`)
      assert.deepEqual((await service(keyName)).state, known('stopped'), keyName)
    }
  })

  test('values of a wrong type, of a megabyte and of nothing spoil their own fact alone', async () => {
    await create('Inspector Wrong', `"${file()}"`)
    for (const [name, type, data] of [
      ['Start', 'REG_SZ', 'two'],
      ['DelayedAutostart', 'REG_BINARY', '01'],
      ['ObjectName', 'REG_DWORD', '7'],
      ['DependOnService', 'REG_DWORD', '7'],
      ['FailureActions', 'REG_BINARY', 'ff'],
      ['Description', 'REG_BINARY', 'ffff'],
    ] as const) {
      await set('Inspector Wrong', name, type, data)
    }
    const { setUp, description } = await service('Inspector Wrong')
    assert.equal(description, null)
    assert.deepEqual(
      setUp,
      known({
        startType: 'unknown',
        isDelayed: false,
        hasTrigger: false,
        account: '',
        imagePath: `"${file()}"`,
        program: file(),
        earlierPrograms: [],
        dependsOn: [],
        recovery: [],
      }),
    )

    // Its name is one of Apple's, so that it is looked at whatever its command line is.
    await create('iPod Service', `"${file()}"`)
    const reg = join(folder, 'long.reg')
    const long = [
      'Windows Registry Editor Version 5.00',
      '',
      `[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\iPod Service]`,
      `"ImagePath"="${'x '.repeat(600_000)}"`,
      '',
    ].join('\r\n')
    await writeFile(reg, `\ufeff${long}`, 'utf16le')
    await run('reg', ['import', reg])
    const tooLong = await service('iPod Service')
    assert.equal(tooLong.setUp.state, 'failed')
    assert.equal(tooLong.isProgramThere.state, 'failed')
    assert.deepEqual(tooLong.state, known('stopped'))
  })

  test('a key that is left in the registry is a service that the manager does not know', async () => {
    const keyName = 'Apple Mobile Device'
    await run('reg', [
      'add',
      `${servicesKey}\\${keyName}`,
      '/v',
      'Start',
      '/t',
      'REG_DWORD',
      '/d',
      '2',
      '/f',
    ])
    await run('reg', ['add', `${servicesKey}\\${keyName}`, '/v', 'ImagePath', '/d', file(), '/f'])
    try {
      const found = await service(keyName)
      assert.deepEqual(found.state, failure('no-such-service'))
      assert.ok(found.setUp.state === 'known')
    } finally {
      await run('reg', ['delete', `${servicesKey}\\${keyName}`, '/f'])
    }
  })

  test('what this PC does not have is not in the list', async () => {
    assert.equal((await read()).has('Bonjour Service'), false)
  })
}
