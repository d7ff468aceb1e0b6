/** Is an address of a hosts file read as Windows reads it, and each block taken for what it is, to its last address? */
import { expect, test } from 'vitest'
import { looksLikeShortAddress, readHostAddress } from '../../../shared/connections/host-address.ts'

test.each([
  ['loopback', '127.0.0.1 127.255.255.255 ::1 0:0:0:0:0:0:0:1 ::ffff:127.0.0.1 ::ffff:7f00:1'],
  ['nowhere', '0.0.0.0 0.1.2.3 224.0.0.1 255.255.255.255 :: ::ffff:0.0.0.0 ff00:: ff02::1 ffff::'],
  ['private', '10.0.0.0 10.255.255.255 172.16.0.0 172.31.255.255 192.168.0.0 192.168.255.255'],
  ['private', '169.254.1.1 100.64.0.0 100.127.255.255 fc00::1 fdff::1 fe80::1%eth0 febf::1'],
  ['apple', '17.0.0.0 17.255.255.255 ::ffff:17.1.2.3 2620:149::1 2403:300:: 2a01:b740:1::9'],
  [
    'public',
    '16.255.255.255 18.0.0.1 1.1.1.1 9.1.1.1 11.1.1.1 126.1.1.1 128.1.1.1 223.255.255.255',
  ],
  ['public', '172.15.1.1 172.32.1.1 173.16.1.1 192.167.1.1 192.169.1.1 193.168.1.1 191.168.1.1'],
  ['public', '169.253.1.1 169.255.1.1 170.254.1.1 100.63.1.1 100.128.1.1 101.64.1.1'],
  ['public', '::2 1::1 ::fffe:127.0.0.1 1::ffff:127.0.0.1 fbff::1 fe00::1 fe7f::1 fec0::1 feff::1'],
  ['public', '2620:148::1 2620:14a::1 2621:149::1 2403:301::1 2a01:b741::1 1:2:3:4:5:6:7:8'],
])('%s: %s', (kind, addresses) => {
  for (const text of addresses.split(' ')) {
    const family = text.includes(':') ? 6 : 4
    expect([text, readHostAddress(text)]).toEqual([text, { family, kind }])
  }
})

test.each([
  '127.1',
  '127.0.0.01',
  '127.0.0.00',
  '1.2.3.256',
  '1.2.3.4.',
  '1.2.3.',
  '.1.2.3',
  '1..2.3',
  '1.2.3.4.5',
  '1.2.3',
  '1.2.3.a',
  '1.2.3./',
  '1.2.3.:',
  '::1%',
  '::1%a%b',
  '::1%a b',
  `::1%${'a'.repeat(33)}`,
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4::5:6:7:8',
  '1::2::3',
  '12345::',
  '::g',
  '127.0.0.1::',
  '::127.0.0.1:1',
  '::1.2.3.256',
  'localhost',
  '',
])('%j is no address', (text) => {
  expect(readHostAddress(text)).toBeUndefined()
})

test('an address with a long zone is one, up to 80 letters in all', () => {
  expect(readHostAddress(`fe80::1%${'a'.repeat(32)}`)).toEqual({ family: 6, kind: 'private' })
  expect(readHostAddress(`${'0:'.repeat(40)}1`)).toBeUndefined()
  expect(readHostAddress('1:2:3::5:6:7:8')).toEqual({ family: 6, kind: 'public' })
})

test.each(['127.1', '0', '0x7f000001', '127.000.000.001', '1.2.3.4.', '0X1.1', '4294967295'])(
  '%s is what some programs take for an address',
  (text) => {
    expect(looksLikeShortAddress(text)).toBe(true)
  },
)

test.each(['', '1.2.3.4.5', '1a', 'x127.1', '127.1x', '0x', '12345678901', '0x123456789', '1..2'])(
  '%j is taken for an address by nobody',
  (text) => {
    expect(looksLikeShortAddress(text)).toBe(false)
  },
)
