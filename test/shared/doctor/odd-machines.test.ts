/** Machines as other people write them down: other names and forms of the same facts, facts that are missing or wrong. */
import { expect, test } from 'vitest'
import { symptoms } from '../../../shared/model/symptom.ts'
import cases from '../../fixtures/machines/cases.json' with { type: 'json' }
import { diagnoseMachine } from '../../fixtures/machines/diagnose-machine.ts'
import { ownMachines } from '../../fixtures/machines/own-machines.ts'
import { unknownKeys } from '../../fixtures/machines/other-spellings.ts'
import { machinesIn, type Written } from '../../fixtures/machines/plain-machine.ts'

const factsOfCase = (id: string): Written => cases.find((one) => one.id === id)?.facts ?? {}
const said = async (symptom: string, facts: Written) => {
  const diagnosis = await diagnoseMachine({ id: 'x', symptom, facts })
  return [diagnosis?.outcome, diagnosis?.cause?.code ?? null]
}
const desktop = factsOfCase('healthy-desktop')
const amds =
  '"C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\AppleMobileDeviceService.exe"'

test('services by their names, with the words of Windows’s own tools', async () => {
  const services = {
    'Apple Mobile Device Service': {
      ...{ status: 'STOPPED', startType: 'DISABLED', binaryPath: amds, fileExists: 'yes' },
      logOnAs: 'LocalSystem',
    },
  }
  const facts = { ...desktop, services, processes: [], ports: [] }
  expect(await said('not-recognised', facts)).toEqual(['cause', 'service-disabled'])
})

test('processes with a whole path, a publisher and a port in the address', async () => {
  const facts = {
    ...desktop,
    processes: [
      { path: 'C:\\Program Files\\Bonjour\\mDNSResponder.exe', publisher: 'Apple Inc.' },
      { image: 'srcds.exe', path: 'D:\\Games\\srcds.exe', publisher: 'unsigned' },
      { path: amds, publisher: 'Apple Inc. (certificate expired)' },
    ],
    ports: [{ proto: 'TCP', address: '0.0.0.0:27015', processName: 'srcds.exe' }],
  }
  expect(await said('not-recognised', facts)).toEqual(['cause', 'port-taken'])
})

test('the installation named and its packages left out', async () => {
  const { storePackages: packages, ...facts } = factsOfCase('apple-devices-never-opened')
  expect(packages).toBeDefined()
  expect(await said('not-recognised', facts)).toEqual(['cause', 'app-never-opened'])
})

test('a start-up task and media features in words', async () => {
  const startupTasks = [{ packageFamily: 'AppleInc.iTunes_nzyj5cx40ttqa', state: 'Disabled' }]
  const closed = { ...factsOfCase('store-itunes-not-opened-since-boot'), startupTasks }
  expect(await said('not-recognised', closed)).toEqual(['cause', 'startup-task-off'])
  const bare = factsOfCase('nothing-of-apple')
  const features = { ...bare, windows: { arch: 'AMD64' }, features: { MediaPlayback: 'absent' } }
  expect(await said('does-not-install', features)).toEqual(['cause', 'media-features-missing'])
})

test('a drive with its unit, and a processor by another name', async () => {
  const facts = { ...desktop, drives: { 'C:': { free: '1 GB' } } }
  expect(await said('backup-fails', facts)).toEqual(['cause', 'disk-full'])
  const arm = { ...factsOfCase('arm64-no-desktop-support'), windows: { architecture: 'AARCH64' } }
  expect(await said('not-recognised', arm)).toEqual(['cause', 'wrong-processor'])
})

test('answers of servers in rows', async () => {
  const rows = { ...desktop, check: [{ host: 'gs.apple.com', certificate: 'issued by Zscaler' }] }
  expect(await said('restore-error', rows)).toEqual(['cause', 'connections'])
})

const odd: readonly unknown[] = [
  ...[undefined, null, '', 'x', 0, -1, true, [], {}, [null], [[]], [{}], { a: { b: [1] } }],
  ...[[1, 'x', { name: null }], { name: [] }, '\u202e', [{ key: {}, state: [], port: 'x' }]],
]

test('a fact that is missing, or of another kind, is no crash and no other symptom’s answer', async () => {
  const [desk, store, mixed] = [
    desktop,
    factsOfCase('store-startup-task-off'),
    factsOfCase('sync-new-apps-own-device'),
  ]
  const names = new Set(cases.flatMap(({ facts }) => Object.keys(facts)))
  let at = 0
  for (const name of names) {
    for (const value of odd) {
      at += 1
      const base = [desk, store, mixed][at % 3]
      const symptom = symptoms[at % symptoms.length] ?? 'heavy'
      const [outcome] = await said(symptom, { ...base, [name]: value })
      expect(outcome, `${symptom}: ${name} ${JSON.stringify(value)}`).toBeDefined()
    }
  }
})

test('every key of the written-down machines is understood', () => {
  const all = [...cases, ...ownMachines]
  expect(all.length).toBeGreaterThan(100)
  expect(all.flatMap(({ id, facts }) => unknownKeys(facts).map((key) => `${id}: ${key}`))).toEqual(
    [],
  )
})

test('a key that nobody understands is named, whether it stands outside or in a row', () => {
  const facts = { ...desktop, weather: 'rain', OS: { moon: 'full' }, listeners: [{ owned: 'x' }] }
  expect(unknownKeys({ weather: 1, ports: [{ port: 1, owned: 'x' }], OS: { moon: 1 } })).toEqual([
    'weather',
    'windows.moon',
    'ports.owned',
  ])
  // Of two spellings the usual one counts.
  expect(unknownKeys(facts)).toEqual(['weather'])
})

test('a file of anything holds the machines that are in it, and nothing else', () => {
  expect(machinesIn(null)).toEqual([])
  expect(machinesIn([1, 'x', null])).toEqual([])
  expect(machinesIn({ cases: [{ id: 'a', symptom: 'heavy', facts: {} }] })).toMatchObject([
    { id: 'a', symptom: 'heavy' },
  ])
  expect(machinesIn({ id: 7, symptom: 'heavy', ports: [] })).toMatchObject([{ id: '7' }])
})
