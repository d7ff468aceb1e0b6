/** Are values that real PCs wrote read as those who recorded them say? */
import { expect, test } from 'vitest'
import { readInfVersion } from '../../../electron/win32/bytes/read-inf-version.ts'
import {
  kindOf,
  readDevice,
  readProductKey,
  type DeviceNode,
} from '../../../electron/win32/bytes/read-device.ts'
import { DN_HAS_PROBLEM } from '../../../electron/win32/bridge/cfgmgr32.ts'
import { readStartupApproved } from '../../../electron/win32/bytes/read-startup-approved.ts'
import { isOlderVersion } from '../../../shared/model/older-version.ts'
import {
  appleSetupFile,
  iPhoneNodes,
  iPhoneOfWinUsb,
  startupSwitches,
} from '../../fixtures/recorded-registry.ts'

test('Task Manager’s note says off, and on which day', () => {
  for (const [hex, day] of startupSwitches.values) {
    const read = readStartupApproved({ kind: 'bytes', bytes: Buffer.from(hex, 'hex') })
    if (read.state !== 'known') throw new Error(read.reason)
    expect([read.value.isOn, read.value.offSinceUtc?.slice(0, 10) ?? null]).toEqual([
      day === null,
      day,
    ])
  }
})

test('Apple’s setup file has its version, in both encodings, whatever the lines end with', () => {
  for (const end of ['\r\n', '\n']) {
    const text = appleSetupFile.head.join(end)
    expect(readInfVersion(Buffer.from(text, 'latin1'))).toBe(appleSetupFile.version)
    expect(readInfVersion(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(appleSetupFile.version)
  }
  expect(isOlderVersion(appleSetupFile.version, '538.0.0.0')).toBe(true)
  for (const head of [
    '',
    '[Version]\nDriverVer=09/16/2010\n',
    'DriverVer=x,a.b',
    ';DriverVer=,1',
  ]) {
    expect(readInfVersion(Buffer.from(head))).toBeNull()
  }
})

test('what Apple’s setup file is for is an iPod, an iPhone or an iPad', () => {
  for (const product of appleSetupFile.iPods) expect(kindOf(product)).toBe('ipod')
  for (const product of appleSetupFile.mobileDevices) {
    expect([product, kindOf(product)]).not.toEqual([product, 'other'])
  }
})

test('an iPhone with Apple’s newer driver is one, by the part that its programs speak to', () => {
  const { pictures, name, stack } = iPhoneNodes
  const [service, filter] = stack
  expect(pictures.status & DN_HAS_PROBLEM).toBe(0)
  const nodeOf = (id: string, more: Partial<DeviceNode>): DeviceNode => ({
    ...readProductKey(id.split('\\')[1] ?? '')!,
    ...{ service: null, filters: [], setupClass: null, driverName: null, provider: 'Apple, Inc.' },
    ...{ inf: null, isPresent: true, problemCode: 0, ...more },
  })
  const device = readDevice(
    [
      nodeOf('USB\\VID_05AC&PID_12A8\\X', { service, filters: [filter], driverName: name }),
      nodeOf(pictures.id, {
        setupClass: pictures.classGuid,
        ...{ provider: 'Microsoft', driverName: pictures.description },
      }),
      nodeOf(iPhoneOfWinUsb.id, {
        ...{ service: iPhoneOfWinUsb.service, driverName: iPhoneOfWinUsb.name },
      }),
    ],
    1,
  )
  expect(device).toMatchObject({ kind: 'iphone', class: 'winusb', driverName: iPhoneOfWinUsb.name })
  // Without that part it only hands on its pictures.
  expect(
    readDevice([nodeOf(pictures.id, { setupClass: pictures.classGuid, provider: 'Microsoft' })], 0),
  ).toMatchObject({ class: 'wpd' })
})
