/** Is a device told by its product number, from the first of each range to the last? */
import { expect, test } from 'vitest'
import { isRestoring, kindOf } from '../../../../electron/win32/bytes/read-device.ts'

test.each([
  ['iphone', [0x1290, 0x1292, 0x12a8, 0x12af]],
  ['ipad', [0x129a, 0x129f, 0x12a2, 0x12a3, 0x12a4, 0x12a5, 0x12a6, 0x12a9, 0x12ab]],
  ['ipod', [0x1291, 0x1293, 0x1296, 0x1299, 0x129e, 0x12aa, 0x1201, 0x120a, 0x1260, 0x1267]],
  ['ipod', [0x1300, 0x1303]],
  ['other', [0x129d, 0x128f, 0x12b0, 0x1200, 0x120b, 0x125f, 0x1268, 0x12ff, 0x1304, 0x1222, 0]],
])('%s: %j', (kind, numbers) => {
  for (const number of numbers) expect([number, kindOf(number)]).toEqual([number, kind])
})

test('a device in recovery or DFU mode is of any kind, and is told apart', () => {
  for (const number of [0x1222, 0x1227, 0x1280, 0x1283]) expect(isRestoring(number)).toBe(true)
  for (const number of [0x1221, 0x1228, 0x127f, 0x1284]) expect(isRestoring(number)).toBe(false)
})
