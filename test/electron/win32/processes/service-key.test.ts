/** Is the key of a service read as Windows means it? The registry is played: Wine's services have few of these values. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { RegistryValue } from '../../../../electron/win32/bytes/read-registry-value.ts'
import type * as ServiceKeys from '../../../../electron/win32/processes/read-service-key.ts'
import { denied, known, type Probe } from '../../../../shared/model/probe.ts'

type Value = Probe<RegistryValue | null>
const world: { values: Record<string, Value> | null; triggers: Record<string, Value> } = {
  values: null,
  triggers: {},
}
const text = (said: string): Value => known({ kind: 'text', text: said })
const number = (said: number): Value => known({ kind: 'number', number: said })
const texts = (...said: readonly string[]): Value => known({ kind: 'texts', texts: said })

const registry = '../../../../electron/win32/registry/registry.ts'
let it: typeof ServiceKeys
beforeAll(async () => {
  vi.resetModules()
  vi.doMock(registry, async (original) => ({
    ...(await original<object>()),
    readRegistryValues: (_hive: string, _key: string, names: readonly string[]) =>
      known(
        world.values === null ? null : names.map((name) => world.values?.[name] ?? known(null)),
      ),
    readRegistryValue: (_hive: string, key: string, name: string) =>
      world.triggers[key.split('\\').at(-1) ?? ''] ?? world.values?.[name] ?? known(null),
    listRegistryKeys: () => known(Object.keys(world.triggers)),
  }))
  it = await import('../../../../electron/win32/processes/read-service-key.ts')
})
afterAll(() => {
  vi.doUnmock(registry)
  vi.resetModules()
})
beforeEach(() => {
  Object.assign(world, { values: null, triggers: {} })
})
const usual = { Start: number(3), ImagePath: text('C:\\x.exe') }
const read = (values: Record<string, Value> | null, triggers: Record<string, Value> = {}) => {
  Object.assign(world, { values, triggers })
  const found = it.readServiceKey('x')
  return found.state === 'known' ? found.value : found
}

test('with nothing set it has what Windows takes for granted', () => {
  expect(read(usual)).toEqual({
    ...{ startType: 'manual', isDelayed: false, hasTrigger: false, account: '' },
    ...{ imagePath: 'C:\\x.exe', dependsOn: [], recovery: [] },
    ...{ description: null, displayName: null },
  })
})

test.each(['boot', 'system', 'automatic', 'manual', 'disabled', 'unknown'])(
  'each number of Start is a startup type: %s',
  (startType) => {
    const at = ['boot', 'system', 'automatic', 'manual', 'disabled', 'unknown'].indexOf(startType)
    expect(read({ ...usual, Start: number(at) })).toMatchObject({ startType })
    expect(read({ ...usual, Start: text('2') })).toMatchObject({ startType: 'unknown' })
  },
)

test('everything that is set is told', () => {
  expect(
    read({
      ...{ Start: number(2), ImagePath: known({ kind: 'expandable-text', text: '%x%\\y.exe' }) },
      ...{ DelayedAutostart: number(1), ObjectName: text('LocalSystem') },
      ...{ DependOnService: texts('Tcpip', '', 'RpcSs'), DependOnGroup: texts('+Net', 'Other') },
      ...{ Description: text('@x.dll,-1'), DisplayName: text('X') },
    }),
  ).toMatchObject({
    ...{ startType: 'automatic', isDelayed: true, account: 'LocalSystem', imagePath: '%x%\\y.exe' },
    ...{ dependsOn: ['Tcpip', 'RpcSs', '+Net', '+Other'], description: '@x.dll,-1' },
    displayName: 'X',
  })
  expect(read({ ...usual, DelayedAutostart: number(0), DependOnService: text('Tcpip') })) //
    .toMatchObject({ isDelayed: false, dependsOn: ['Tcpip'] })
  expect(read({ ...usual, DelayedAutostart: text('1') })).toMatchObject({ isDelayed: false })
})

test('a key that is no service, or that may not be read, is told apart', () => {
  expect(read(null)).toBeNull()
  expect(read({})).toBeNull()
  expect(read({ Start: number(2) })).toMatchObject({ state: 'failed', reason: 'unreadable' })
  expect(read({ ImagePath: text('x') })).toMatchObject({ startType: 'unknown', imagePath: 'x' })
  for (const name of ['Start', 'ImagePath']) {
    expect(read({ ...usual, [name]: denied('needs-admin') })).toEqual(denied('needs-admin'))
  }
  expect(read({ ...usual, ObjectName: denied('needs-admin') })).toMatchObject({ account: '' })
  const long = (letters: number) => read({ ...usual, ImagePath: text('x'.repeat(letters)) })
  expect(long(32_767)).toMatchObject({ startType: 'manual' })
  expect(long(32_768)).toMatchObject({ reason: 'unreadable' })
  for (const name of ['', 'a\\b', 'a\0b']) {
    expect(it.readServiceKey(name)).toMatchObject({ reason: 'unreadable' })
    expect(it.readImagePath(name)).toBeNull()
  }
})

test('texts and lists are bounded', () => {
  const many = Array.from({ length: 70 }, (_, at) => `s${at}${'x'.repeat(300)}`)
  const found = read({
    ...usual,
    DependOnService: texts(...many),
    Description: text('y'.repeat(2_001)),
  })
  if (found === null || !('dependsOn' in found)) throw new Error()
  expect([found.dependsOn.length, found.dependsOn[0]?.length]).toEqual([64, 256])
  expect(found.description).toHaveLength(2_000)
})

test('an event that stops it is no trigger, any other is', () => {
  const has = (triggers: Record<string, Value>) => read(usual, triggers)
  expect(has({ 0: number(2) })).toMatchObject({ hasTrigger: false })
  expect(has({ 0: number(2), 1: number(1) })).toMatchObject({ hasTrigger: true })
  expect(has({ 0: known(null) })).toMatchObject({ hasTrigger: true })
  expect(has({ 0: denied('needs-admin') })).toMatchObject({ hasTrigger: true })
})

test('the command line alone is read for a first look', () => {
  world.values = usual
  expect(it.readImagePath('x')).toBe('C:\\x.exe')
  world.values = { ImagePath: number(1) }
  expect(it.readImagePath('x')).toBeNull()
  world.values = { ImagePath: denied('needs-admin') }
  expect(it.readImagePath('x')).toBeNull()
})
