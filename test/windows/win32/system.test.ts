/** Are services, packages, folders and owners read as the system's own tools set them up? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { readKnownFolder } from '../../../electron/win32/files/known-folders.ts'
import { listProcesses } from '../../../electron/win32/processes/list-processes.ts'
import { readElevation, readProcessOwner } from '../../../electron/win32/processes/process-owner.ts'
import { listRegistryKeys, readRegistryValue } from '../../../electron/win32/registry/registry.ts'
import {
  listServices,
  readServiceConfigurations,
} from '../../../electron/win32/processes/services.ts'
import {
  applePublisherId,
  listStorePackages,
} from '../../../electron/win32/installed/store-packages.ts'
import type { Probe } from '../../../shared/model/probe.ts'

const run = promisify(execFile)

function value<T>(probe: Probe<T>): T {
  if (probe.state !== 'known') assert.fail(JSON.stringify(probe))
  return probe.value
}

const serviceName = 'Process Inspector Test Service'
const imagePath =
  '"C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\AppleMobileDeviceService.exe" -x'
const testKey = 'Software\\Process Inspector Test'
const packages =
  'Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages'
const madePackages = [
  'AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa',
  'AppleInc.NoFolder_1.0.0.0_x64__nzyj5cx40ttqa',
  'Other.iTunes_1.0.0.0_x64__8wekyb3d8bbwe',
  'AppleInc.iTunes_nzyj5cx40ttqa',
]

after(async () => {
  await run('sc', ['delete', serviceName]).catch(() => undefined)
  await run('reg', ['delete', `HKCU\\${testKey}`, '/f']).catch(() => undefined)
  for (const name of madePackages) {
    await run('reg', ['delete', `HKCU\\${packages}\\${name}`, '/f']).catch(() => undefined)
  }
})

test('a disabled service is listed as stopped, with its command line and account', async () => {
  await run('sc', [
    ...['create', serviceName, 'binPath=', imagePath, 'start=', 'disabled'],
    ...['DisplayName=', 'Ett visningsnamn'],
  ])
  const made = value(await listServices()).find(({ keyName }) => keyName === serviceName)
  assert.deepEqual(made, {
    keyName: serviceName,
    displayName: 'Ett visningsnamn',
    state: 'stopped',
    pid: null,
    // ERROR_SERVICE_NEVER_STARTED
    lastExit: { code: 1077, ownCode: 0 },
  })
  const [configuration, absent] = await readServiceConfigurations([serviceName, 'No Such Service'])
  assert.deepEqual(configuration, {
    state: 'known',
    value: { startType: 'disabled', imagePath, account: 'LocalSystem' },
  })
  assert.deepEqual(absent, { state: 'failed', reason: 'no-such-service' })
})

test('a running service names a process that is in the list', async () => {
  const eventLog = value(await listServices()).find(({ keyName }) => /^eventlog$/i.test(keyName))
  assert.equal(eventLog?.state, 'running')
  const listed = await listProcesses()
  assert.ok(listed.ok)
  const host = listed.value.processes.find(({ pid }) => pid === eventLog.pid)
  assert.equal(host?.name.toLowerCase(), 'svchost.exe')
})

test('registry values of each kind are read, and an absent one is an answer', async () => {
  const add = (name: string, type: string, data: string) =>
    run('reg', ['add', `HKCU\\${testKey}`, '/v', name, '/t', type, '/d', data, '/f'])
  const long = 'ö'.repeat(3000)
  await add('Text', 'REG_SZ', 'Яблоко')
  await add('Long', 'REG_SZ', long)
  await add('Expandable', 'REG_EXPAND_SZ', '%SystemRoot%\\x')
  await add('Number', 'REG_DWORD', '4294967295')
  const read = (name: string) => value(readRegistryValue('HKCU', testKey, name))
  assert.deepEqual(read('Text'), { kind: 'text', text: 'Яблоко' })
  assert.deepEqual(read('Long'), { kind: 'text', text: long })
  assert.deepEqual(read('Expandable'), { kind: 'expandable-text', text: '%SystemRoot%\\x' })
  assert.deepEqual(read('Number'), { kind: 'number', number: 4294967295 })
  assert.equal(read('Absent'), null)
  assert.equal(value(readRegistryValue('HKCU', `${testKey}\\Absent`, 'x')), null)
  assert.deepEqual(value(listRegistryKeys('HKCU', `${testKey}\\Absent`, 9)), [])
})

test("only the publisher's packages are found, each with its folder", async () => {
  for (const name of madePackages) {
    const folder = name.includes('NoFolder')
      ? ['/ve']
      : ['/v', 'PackageRootFolder', '/d', `C:\\Program Files\\WindowsApps\\${name}`]
    await run('reg', ['add', `HKCU\\${packages}\\${name}`, ...folder, '/f'])
  }
  const found = value(await listStorePackages(applePublisherId)).filter(({ fullName }) =>
    madePackages.includes(fullName),
  )
  assert.deepEqual(
    [...found].sort((a, b) => (a.fullName < b.fullName ? -1 : 1)),
    [
      {
        fullName: 'AppleInc.NoFolder_1.0.0.0_x64__nzyj5cx40ttqa',
        familyName: 'AppleInc.NoFolder_nzyj5cx40ttqa',
        folder: { state: 'failed', reason: 'unreadable' },
      },
      {
        fullName: 'AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa',
        familyName: 'AppleInc.iTunes_nzyj5cx40ttqa',
        folder: {
          state: 'known',
          value:
            'C:\\Program Files\\WindowsApps\\AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa',
        },
      },
    ],
  )
})

test('the program folders are those of the system', () => {
  assert.equal(value(readKnownFolder('ProgramFiles')), process.env['ProgramFiles'])
  assert.equal(value(readKnownFolder('CommonProgramFiles')), process.env['CommonProgramFiles'])
  assert.equal(value(readKnownFolder('ProgramFiles(x86)')), process.env['ProgramFiles(x86)'])
})

test('this process has an owner, a level, and an elevation that fits it', async () => {
  const listed = await listProcesses()
  assert.ok(listed.ok)
  const self = listed.value.processes.find(({ pid }) => pid === process.pid)
  assert.ok(self)
  const owner = value(await readProcessOwner(self))
  assert.match(owner.securityId, /^S-1-5-/)
  assert.ok(owner.account?.toLowerCase().endsWith((process.env['USERNAME'] ?? '?').toLowerCase()))
  assert.equal(owner.integrity, value(readElevation()) ? 'high' : 'medium')
  assert.deepEqual(await readProcessOwner({ ...self, startedAtUtc: '2020-01-01T00:00:00.000Z' }), {
    state: 'failed',
    reason: 'process-ended',
  })
})
