/** Network adapters and neighbours out of bytes: whole ones, broken ones, and what kind each adapter is. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapterKind, descriptionOf } from '../../../../electron/win32/network/adapter-kind.ts'
import { readAdapters, readNeighbours } from '../../../../electron/win32/bytes/read-adapters.ts'
import { mutated } from '../mutate.ts'

const base = 0x10000n

/** Two adapters in the layout of IP_ADAPTER_ADDRESSES_LH, the second with the gateway 192.168.1.1. */
function adapters(): Buffer {
  const bytes = Buffer.alloc(1024)
  const row = (
    at: number,
    next: number,
    index: number,
    type: number,
    status: number,
    name: string,
    nameAt: number,
  ) => {
    bytes.writeUInt32LE(448, at)
    bytes.writeUInt32LE(index, at + 4)
    bytes.writeBigUInt64LE(next === 0 ? 0n : base + BigInt(next), at + 8)
    bytes.writeBigUInt64LE(base + BigInt(nameAt), at + 64)
    bytes.writeUInt32LE(type, at + 100)
    bytes.writeUInt32LE(status, at + 104)
    bytes.write(`${name}\0`, nameAt, 'utf16le')
  }
  row(0, 256, 7, 53, 2, 'WireGuard Tunnel', 600)
  row(256, 0, 9, 6, 1, 'Realtek PCIe GbE', 700)
  bytes.writeBigUInt64LE(base + 512n, 256 + 208)
  bytes.writeBigUInt64LE(base + 560n, 512 + 16)
  bytes.writeUInt16LE(2, 560)
  bytes.set([192, 168, 1, 1], 564)
  return bytes
}

describe('Adapters', () => {
  test('are read one after the other, with their ways out', () => {
    expect(readAdapters(adapters(), base)).toEqual([
      {
        index: 7,
        description: 'WireGuard Tunnel',
        interfaceType: 53,
        isUp: false,
        gateways: [],
        hasGateway: false,
      },
      {
        index: 9,
        description: 'Realtek PCIe GbE',
        interfaceType: 6,
        isUp: true,
        gateways: ['192.168.1.1'],
        hasGateway: true,
      },
    ])
  })

  test('in a chain that leaves the buffer or never ends are unreadable, and no bytes throw', () => {
    const outside = adapters()
    outside.writeBigUInt64LE(base + 5_000n, 8)
    expect(readAdapters(outside, base)).toBeNull()
    const circle = adapters()
    circle.writeBigUInt64LE(base, 256 + 8)
    expect(readAdapters(circle, base)).toBeNull()
    fc.assert(
      fc.property(mutated(adapters()), (bytes) => {
        const rows = readAdapters(bytes, base)
        expect(rows === null || rows.length <= 1000).toBe(true)
      }),
    )
  })

  test('of VPNs are tunnels, those of virtual machines virtual, Windows’s own helpers neither', () => {
    const kind = (description: string, interfaceType = 6) =>
      adapterKind({ description, interfaceType })
    for (const name of [
      'Meta Tunnel',
      'Wintun Userspace Tunnel',
      'TAP-Windows Adapter V9 #2',
      'TAP-NordVPN Windows Adapter V9',
      'Cisco AnyConnect Secure Mobility Client Virtual Miniport Adapter for Windows x64',
      'Tailscale Tunnel',
      'Cloudflare WARP Interface Tunnel',
      'ExpressVPN TUN Driver',
      'PANGP Virtual Ethernet Adapter Secure',
      'Fortinet SSL VPN Virtual Ethernet Adapter',
      'ProtonVPN Tunnel',
    ]) {
      expect(kind(name), name).toBe('tunnel')
    }
    for (const name of [
      'Hyper-V Virtual Ethernet Adapter #2',
      'VirtualBox Host-Only Ethernet Adapter',
      'VMware Virtual Ethernet Adapter for VMnet8',
      'Npcap Loopback Adapter',
      'Microsoft KM-TEST Loopback Adapter',
    ]) {
      expect(kind(name), name).toBe('virtual')
    }
    for (const name of [
      'Microsoft Teredo Tunneling Adapter',
      'Microsoft ISATAP Adapter #3',
      'Microsoft 6to4 Adapter',
      'Microsoft IP-HTTPS Platform Adapter',
    ]) {
      expect(kind(name, 131), name).toBe('other')
    }
    expect(kind('Microsoft Wi-Fi Direct Virtual Adapter', 71)).toBe('other')
    expect(kind('Intel(R) Wi-Fi 6 AX201 160MHz', 71)).toBe('wi-fi')
    for (const name of [
      'Realtek PCIe GbE Family Controller',
      'Microsoft Hyper-V Network Adapter',
      'vmxnet3 Ethernet Adapter',
      'Apple Mobile Device Ethernet',
      'Red Hat VirtIO Ethernet Adapter',
    ]) {
      expect(kind(name), name).toBe('ethernet')
    }
    expect(kind('Bluetooth Device (Personal Area Network)', 7)).toBe('other')
  })

  test('that the user made bear no name that the user gave', () => {
    const row = { index: 1, interfaceType: 23, isUp: true, gateways: [], hasGateway: false }
    expect(descriptionOf({ ...row, description: 'Greta at work' })).toBe('PPP')
    expect(adapterKind({ description: 'Greta at work', interfaceType: 23 })).toBe('tunnel')
    expect(descriptionOf({ ...row, interfaceType: 6, description: 'x'.repeat(5000) })).toHaveLength(
      256,
    )
  })
})

test('Neighbours are read as far as the bytes go', () => {
  const bytes = Buffer.alloc(4 + 24)
  bytes.writeUInt32LE(1, 0)
  bytes.writeUInt32LE(9, 4)
  bytes.writeUInt32LE(6, 8)
  bytes.set([0xd4, 0x5d, 0x64, 0x7c, 0x1d, 0x08], 12)
  bytes.set([192, 168, 1, 1], 20)
  const row = { index: 9, address: '192.168.1.1', hardwareAddress: 'D45D647C1D08' }
  expect(readNeighbours(bytes)).toEqual([row])
  bytes.writeUInt32LE(0xffffffff, 0)
  bytes.writeUInt32LE(0xffffffff, 8)
  expect(readNeighbours(bytes)).toHaveLength(1)
  expect(readNeighbours(Buffer.alloc(2))).toEqual([])
})
