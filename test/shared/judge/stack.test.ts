import { describe, expect, test } from 'vitest'
import english from '../../../assets/texts/en/evidence.json' with { type: 'json' }
import { judgeStack } from '../../../shared/judge/stack.ts'
import type { StackQuestion } from '../../../shared/judge/stack.ts'
import { denied, known, skipped } from '../../../shared/model/probe.ts'

const bare: StackQuestion = {
  platform: 'win32',
  services: known(['Spooler', 'wuauserv']),
  packages: known([]),
  hasDesktopProgram: known(false),
  processes: known([]),
}
const services = known(['Bonjour Service', 'apple mobile device service', 'iPod Service'])
const storeFamily = 'AppleInc.iTunes_nzyj5cx40ttqa'
const devicesFamily = 'AppleInc.AppleDevices_nzyj5cx40ttqa'
const store = known([storeFamily])
const devices = known([devicesFamily])
const running = (imageName: string, path?: string) =>
  known([{ imageName, imagePath: path === undefined ? denied('needs-admin') : known(path) }])
const stackOf = (more: Partial<StackQuestion>) => judgeStack({ ...bare, ...more }).stack

describe('which installation this PC has', () => {
  test('desktop, by the service, in whatever case and of whatever age', () => {
    expect(stackOf({ services })).toBe('desktop')
    expect(stackOf({ services: known(['Apple Mobile Device']) })).toBe('desktop')
  })
  test('desktop, by its program, when the service is gone', () => {
    expect(stackOf({ hasDesktopProgram: known(true) })).toBe('desktop')
  })
  test('Store iTunes or Apple Devices, by the package', () => {
    expect(stackOf({ packages: store })).toBe('store')
    expect(stackOf({ packages: devices })).toBe('apple-devices')
    expect(stackOf({ packages: known(['AppleInc.iCloud_nzyj5cx40ttqa']) })).toBe('none')
  })
  test('mixed, when more than one is there', () => {
    expect(stackOf({ services, packages: store })).toBe('mixed')
    expect(stackOf({ packages: known([storeFamily, devicesFamily]) })).toBe('mixed')
  })
  test('none, when all was looked at', () => {
    expect(judgeStack(bare)).toEqual({ stack: 'none', signs: [], unknown: [] })
  })
  test('Bonjour alone is no sign: other makers install it', () => {
    expect(stackOf({ services: known(['Bonjour Service']) })).toBe('none')
  })
  test("a package of the same name from somebody else is no sign of Apple's", () => {
    expect(stackOf({ packages: known(['AppleInc.iTunes_aaaaaaaaaaaaa']) })).toBe('none')
  })
  test('a running program tells by its folder', () => {
    const folder =
      'C:\\Program Files\\WindowsApps\\AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa'
    const path = `${folder}\\AMDS64\\AppleMobileDeviceProcess.exe`
    const packages = denied('needs-admin')
    const processes = running('AppleMobileDeviceProcess.exe', path)
    expect(stackOf({ packages, processes })).toBe('store')
    expect(stackOf({ packages, processes: running('AppleDevices.exe') })).toBe('apple-devices')
    expect(stackOf({ processes: running('AppleMobileDeviceService.exe') })).toBe('desktop')
  })
})

describe('what could not be looked at', () => {
  test.each(['services', 'packages', 'hasDesktopProgram', 'processes'] as const)(
    '%s: nothing found elsewhere does not mean none',
    (input) => {
      expect(stackOf({ [input]: denied('needs-admin') })).toBe('cannot-tell')
    },
  )
  test('is told beside what was found', () => {
    expect(judgeStack({ ...bare, services, packages: skipped('not-checked') })).toMatchObject({
      stack: 'desktop',
      signs: [
        { stack: 'desktop', input: 'services', subject: 'Apple Mobile Device Service' },
        { stack: 'desktop', input: 'services', subject: 'iPod Service' },
      ],
      unknown: [{ input: 'packages', reason: 'not-checked' }],
    })
  })
  test('leaves open which of two editions runs', () => {
    expect(stackOf({ processes: running('AppleMobileDeviceProcess.exe') })).toBe('cannot-tell')
    expect(stackOf({ packages: store, processes: running('AppleMobileDeviceProcess.exe') })) //
      .toBe('store')
  })
  test('is everything on another system', () => {
    const { stack, signs, unknown } = judgeStack({ ...bare, platform: 'linux', services })
    expect([stack, signs]).toEqual(['cannot-tell', []])
    expect(unknown.map(({ input, reason }) => `${input} ${reason}`)).toEqual([
      ...['services not-windows', 'packages not-windows', 'folders not-windows'],
      'processes not-windows',
    ])
  })
})

test('every answer and every kind of sign has its words', () => {
  const stacks = ['desktop', 'store', 'apple-devices', 'mixed', 'none', 'cannot-tell']
  expect(Object.keys(english.stack.answer).sort()).toEqual(stacks.sort())
  expect(Object.keys(english.stack.sign).sort()) //
    .toEqual(['folders', 'packages', 'processes', 'services'])
})
