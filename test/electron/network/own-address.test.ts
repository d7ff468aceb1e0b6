/** Is a PC that has no address of a network told from one that has? The interfaces are as Node tells them. */
import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { hasOwnAddress } from '../../../electron/network/check-connections.ts'

const at = (address: string, internal = false) =>
  ({ address, internal }) as unknown as NetworkInterfaceInfo

test('an address of a network is one, whichever adapter has it', () => {
  expect(hasOwnAddress({ lo: [at('127.0.0.1', true)], Ethernet: [at('192.168.1.5')] })).toBe(true)
  expect(hasOwnAddress({ 'Wi-Fi': [at('169.254.3.4'), at('2001:db8::5')] })).toBe(true)
})

test('its own loop, and what it gave itself where nobody answered, are none', () => {
  expect(hasOwnAddress({ lo: [at('127.0.0.1', true), at('::1', true)] })).toBe(false)
  expect(hasOwnAddress({ Ethernet: [at('169.254.3.4'), at('fe80::1')] })).toBe(false)
  expect(hasOwnAddress({ Ethernet: undefined })).toBe(false)
  expect(hasOwnAddress({})).toBe(false)
})
