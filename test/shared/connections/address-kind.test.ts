/** Is each block of addresses taken for what it is, from its first address to its last? */
import { expect, test } from 'vitest'
import { addressKind } from '../../../shared/connections/address-kind.ts'

test.each([
  ['unspecified', '0.0.0.0 0.255.255.255 :: 0:0:0:0:0:0:0:0'],
  ['loopback', '127.0.0.1 127.255.255.255 ::1 ::ffff:127.0.0.1 ::ffff:7f00:1'],
  ['private', '10.0.0.0 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 192.168.255.255'],
  ['private', 'fc00:: fdff:ffff::1 ::ffff:10.0.0.1 64:ff9b::192.168.1.1 64:ff9b::c0a8:101'],
  ['link-local', '169.254.0.1 169.254.255.255 fe80::1 fe80::1%eth0 febf::1'],
  ['carrier-nat', '100.64.0.0 100.127.255.255'],
  ['not-usable', '224.0.0.1 239.1.2.3 255.255.255.255 ff00:: ff02::fb ffff::1'],
  ['public', '1.1.1.1 9.255.255.255 11.0.0.1 17.253.144.10 100.63.0.1 100.128.0.1 126.0.0.1'],
  ['public', '128.0.0.1 169.253.0.1 169.255.0.1 172.15.0.1 172.32.0.1 170.254.0.1 101.64.0.1'],
  ['public', '192.167.0.1 192.169.0.1 193.168.0.1 198.18.0.1 223.255.255.255 173.16.0.1'],
  ['public', '2620:149:af0::10 fbff::1 fe00::1 fec0::1 fe7f::1 feff::1 ::2 1::1 ::ffff:17.1.2.3'],
  [
    'public',
    '64:ff9b::17.1.2.3 64:ff9c::10.0.0.1 65:ff9b::10.0.0.1 ::fffe:10.0.0.1 1::ffff:10.0.0.1',
  ],
  ['public', '1:2:3:4:5:6:7:8 1::8 1:2:3:4:5:6:7:: ABCD::'],
])('%s: %s', (kind, addresses) => {
  for (const address of addresses.split(' '))
    expect([address, addressKind(address)]).toEqual([address, kind])
})

test.each([
  '256.0.0.1',
  '1.2.3.256',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.4 ',
  'a.apple.com',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7:8::',
  '1::2::3',
  ':::',
  '12345::',
  'g::1',
  '::1.2.3.256',
  `${'0'.repeat(46)}::`,
  '%eth0',
  '',
])('%j is no address that can be used', (text) => {
  expect(addressKind(text)).toBe('not-usable')
})
