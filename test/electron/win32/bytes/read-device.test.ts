/** What does a device count as: iPhone or keyboard, with Apple's driver, another's or none? */
import { describe, expect, test } from 'vitest'
import { readIdList } from '../../../../electron/win32/devices/device-presence.ts'
import {
  isRestoring,
  kindOf,
  problemFromFlags,
  readDevice,
  readProductKey,
  type DeviceNode,
} from '../../../../electron/win32/bytes/read-device.ts'

const node = (more: Partial<DeviceNode>): DeviceNode => ({
  ...{ productId: 0x12a8, interfaceNumber: null, service: 'usbccgp', filters: [] },
  ...{ setupClass: null, driverName: 'x', provider: 'Microsoft', inf: 'usb.inf' },
  ...{ isPresent: true, problemCode: 0 },
  ...more,
})

const apple = { provider: 'Apple, Inc.' }
const mux = { interfaceNumber: 1 }
const classOf = (...nodes: readonly DeviceNode[]) => readDevice(nodes, 0)?.class

describe('The kind', () => {
  test('follows from the product id', () => {
    expect([0x1290, 0x1294, 0x12a0, 0x12a8, 0x12ac].map(kindOf)).toEqual(Array(5).fill('iphone'))
    expect([0x129a, 0x12a4, 0x12ab].map(kindOf)).toEqual(Array(3).fill('ipad'))
    expect([0x1209, 0x1261, 0x1266, 0x1291, 0x12aa, 0x1302].map(kindOf)).toEqual(
      Array(6).fill('ipod'),
    )
    expect([0x024f, 0x0304, 0x129d, 0x1281, 0x8600, 0].map(kindOf)).toEqual(Array(6).fill('other'))
    expect([0x1227, 0x1281, 0x1299].map(isRestoring)).toEqual([true, true, false])
  })

  test('is asked only of Apple’s devices', () => {
    expect(readProductKey('VID_05AC&PID_12A8')).toEqual({
      productId: 0x12a8,
      interfaceNumber: null,
    })
    expect(readProductKey('vid_05ac&pid_12a8&mi_01')).toEqual({
      productId: 0x12a8,
      interfaceNumber: 1,
    })
    for (const name of [
      'VID_046D&PID_12A8',
      'VID_05AC&PID_12A',
      'VID_05AC&PID_12A8&MI_1',
      'ROOT_HUB30',
      '',
    ]) {
      expect(readProductKey(name)).toBeNull()
    }
  })
})

describe('The class', () => {
  // The second is recorded: https://github.com/renaatd/winusb-deviceinterfaceguid. The first is made after it.
  test.each([
    ['USB\\VID_05AC&PID_12A8&MI_00\\B&1A733E8B&0&0000', 0],
    ['USB\\VID_05AC&PID_12A8&MI_01\\8&259CB5B0&2&0001', 1],
  ])('%s is a part of an iPhone', (id, interfaceNumber) => {
    const [, key = ''] = id.split('\\')
    expect(readProductKey(key)).toEqual({ productId: 0x12a8, interfaceNumber })
  })

  test('is Apple’s where its older or its newer driver runs the part that Apple’s programs speak to', () => {
    const base = node({ ...apple, inf: 'usbaapl64.inf' })
    expect(classOf(base, node({ ...mux, ...apple, service: 'USBAAPL64' }))).toBe('apple')
    expect(classOf(node({}), node({ ...mux, ...apple, service: 'WINUSB', inf: 'oem4.inf' }))).toBe(
      'winusb',
    )
    expect(classOf(node({}), node({ ...mux, ...apple, service: 'x', inf: 'appleusb.inf' }))).toBe(
      'winusb',
    )
  })

  test('is foreign where a third maker’s driver took the device, or a filter that is known to', () => {
    expect(classOf(node({ service: 'VBoxUSB', provider: 'Oracle Corporation' }))).toBe('foreign')
    expect(classOf(node({ service: 'WinUSB', provider: 'libwdi' }))).toBe('foreign')
    expect(classOf(node({ filters: ['WetestUsbFilter'] }))).toBe('foreign')
    expect(classOf(node({ service: 'libusb0', provider: 'Apple, Inc.' }))).toBe('foreign')
    // A filter that is made to leave Apple's driver at work.
    const part = node({ ...mux, ...apple, service: 'WINUSB', inf: 'appleusb.inf' })
    expect(classOf(node({ filters: ['libusb0', 'AppleLowerFilter'] }), part)).toBe('winusb')
    expect(classOf(node({ filters: ['AppleLowerFilter'] }))).toBe('other')
  })

  test('is pictures alone, no driver, or neither', () => {
    const portable = '{eec5ad98-8080-425f-922a-dabf3de3f69a}'
    expect(classOf(node({}), node({ interfaceNumber: 0, setupClass: portable }))).toBe('wpd')
    expect(classOf(node({ service: null, driverName: null, provider: null, inf: null }))).toBe(
      'none',
    )
    expect(classOf(node({}))).toBe('other')
  })

  test('counts what is there now: what ran the device before is past', () => {
    const past = node({ ...mux, ...apple, service: 'USBAAPL64', isPresent: false })
    expect(classOf(node({ service: 'VBoxUSB', provider: 'Oracle Corporation' }), past)).toBe(
      'foreign',
    )
    expect(classOf(node({ isPresent: false }), past)).toBe('apple')
  })
})

test('what stops the whole device goes before what stops a part; hubs are told only of what is plugged in', () => {
  const part = node({ ...mux, ...apple, service: 'WINUSB', problemCode: 10 })
  expect(readDevice([node({ problemCode: 43 }), part], 1)).toMatchObject({
    problemCode: 43,
    hubsBetween: 1,
  })
  expect(readDevice([node({}), part], 1)).toMatchObject({ problemCode: 10 })
  expect(readDevice([node({ isPresent: false })], 3)).toMatchObject({ hubsBetween: null })
  expect(readDevice([], 0)).toBeNull()
  expect([0, 1, 0x40, 0x400].map(problemFromFlags)).toEqual([null, 22, 28, null])
})

test('a list of ids ends with an empty one, or with its bytes', () => {
  const list = (text: string) => readIdList(Buffer.from(text, 'utf16le'))
  expect(list('USB\\a\0usb\\B\0\0rest\0')).toEqual(['USB\\A', 'USB\\B'])
  expect(list('USB\\a')).toEqual(['USB\\A'])
  expect(list('\0')).toEqual([])
  expect(readIdList(Buffer.alloc(1))).toEqual([])
})
