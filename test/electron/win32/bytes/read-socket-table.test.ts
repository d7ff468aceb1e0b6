/** Are listeners read from the bytes of Windows, whole or broken? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIpv6 } from '../../../../electron/win32/bytes/format-address.ts'
import { readSocketTable } from '../../../../electron/win32/bytes/read-socket-table.ts'
import type { SocketTable } from '../../../../electron/win32/bytes/read-socket-table.ts'
import { mutated } from '../mutate.ts'
import { recorded } from '../recorded.ts'

const tables: readonly SocketTable[] = ['tcp4', 'tcp6', 'udp4', 'udp6']
const rowBytes: Readonly<Record<SocketTable, number>> = { tcp4: 24, tcp6: 56, udp4: 12, udp6: 28 }
const bytesOf = (table: SocketTable) => recorded(`sockets-${table}`).bytes
const ownPid = recorded('sockets-udp4').facts['ownPid']

/** Room for the rows around the recorded bytes, filled with rows that no reader may see. */
function fenced(bytes: Buffer): Buffer {
  const fence = Buffer.alloc(4096, 0xee)
  const whole = Buffer.concat([fence, bytes, fence])
  return whole.subarray(fence.length, fence.length + bytes.length)
}
const fencePid = 0xeeeeeeee

describe('readSocketTable', () => {
  it('reads the listeners of recorded TCP tables', () => {
    // Wine does not say whose TCP sockets are.
    expect(readSocketTable('tcp4', bytesOf('tcp4')).rows).toEqual(
      expect.arrayContaining([
        { address: '127.0.0.1', port: 27015, pid: 0 },
        { address: '0.0.0.0', port: 3689, pid: 0 },
      ]),
    )
    // Wine leaves a number behind ::1 that means nothing.
    expect(readSocketTable('tcp6', bytesOf('tcp6'))).toEqual({
      rows: [
        { address: '::1', port: 5354, pid: 0 },
        { address: '::', port: 3689, pid: 0 },
      ],
      isComplete: true,
    })
  })

  it('reads recorded UDP tables with their owner, the same port twice', () => {
    expect(readSocketTable('udp4', bytesOf('udp4'))).toEqual({
      rows: [
        { address: '127.0.0.1', port: 1900, pid: ownPid },
        { address: '0.0.0.0', port: 5353, pid: ownPid },
        { address: '0.0.0.0', port: 5353, pid: ownPid },
      ],
      isComplete: true,
    })
    expect(readSocketTable('udp6', bytesOf('udp6')).rows).toEqual([
      { address: '::', port: 5353, pid: ownPid },
    ])
  })

  it.each([
    ['tcp4', 20],
    ['tcp6', 52],
  ] as const)('reads the owner of a %s row at its place', (table, at) => {
    const owned = bytesOf(table)
    owned.writeUInt32LE(4711, 4 + at)
    expect(readSocketTable(table, owned).rows[0]?.pid).toBe(4711)
  })

  it('takes a port from two bytes, whatever stands in the others', () => {
    const odd = bytesOf('udp4')
    odd.writeUInt16LE(0xffff, 4 + 6)
    expect(readSocketTable('udp4', odd).rows[0]?.port).toBe(1900)
  })

  it.each([
    ['tcp4', 0],
    ['tcp6', 48],
  ] as const)('leaves out a %s row that does not listen', (table, stateAt) => {
    const odd = bytesOf(table)
    const whole = readSocketTable(table, odd).rows
    odd.writeUInt32LE(5, 4 + stateAt)
    expect(readSocketTable(table, odd)).toEqual({ rows: whole.slice(1), isComplete: true })
  })

  it('names the interface of a link-local address only', () => {
    const odd = bytesOf('udp6')
    odd.writeUInt32LE(12, 4 + 16)
    expect(readSocketTable('udp6', odd).rows[0]?.address).toBe('::')
    odd.write('fe80000000000000000000000000000a', 4, 'hex')
    expect(readSocketTable('udp6', odd).rows[0]?.address).toBe('fe80::a%12')
  })

  it.each(tables)('reads no more than there is of a %s table that promises more', (table) => {
    const bytes = bytesOf(table)
    const rows = Math.floor((bytes.length - 4) / rowBytes[table])
    for (const promised of [rows + 1, 0x7fffffff, 0xffffffff]) {
      bytes.writeUInt32LE(promised)
      const read = readSocketTable(table, fenced(bytes))
      expect(read.isComplete).toBe(false)
      expect(read.rows).toHaveLength(rows)
    }
  })

  it.each(tables)('reads no %s rows behind the promised ones', (table) => {
    const bytes = bytesOf(table)
    const longer = Buffer.concat([bytes, Buffer.alloc(1000, 0xee)])
    expect(readSocketTable(table, longer)).toEqual(readSocketTable(table, bytes))
  })

  it.each(tables)('calls every cut %s table incomplete', (table) => {
    const bytes = bytesOf(table)
    const used = 4 + bytes.readUInt32LE() * rowBytes[table]
    for (let end = 0; end < used; end += 1) {
      expect(readSocketTable(table, bytes.subarray(0, end)).isComplete).toBe(false)
    }
    expect(readSocketTable(table, bytes.subarray(0, used)).isComplete).toBe(true)
  })

  it('knows an empty table from none', () => {
    expect(readSocketTable('tcp4', Buffer.alloc(4))).toEqual({ rows: [], isComplete: true })
    expect(readSocketTable('tcp4', Buffer.alloc(3))).toEqual({ rows: [], isComplete: false })
  })

  it.each(tables)('survives any damage of a %s table without reading outside of it', (table) => {
    fc.assert(
      fc.property(mutated(bytesOf(table)), (damaged) => {
        const { rows } = readSocketTable(table, fenced(damaged))
        expect(rows.length).toBeLessThanOrEqual(damaged.length / rowBytes[table])
        for (const { pid, port } of rows) {
          expect(pid).not.toBe(fencePid)
          expect(port).toBeLessThan(65_536)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('formatIpv6', () => {
  const bytes = (hex: string) => Buffer.from(hex, 'hex')
  it.each([
    ['00000000000000000000000000000000', '::'],
    ['00000000000000000000000000000001', '::1'],
    ['20010db8000000000000000000000001', '2001:db8::1'],
    ['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
    ['20010000000000010000000000000001', '2001:0:0:1::1'],
    ['00010000000000010001000000000001', '1::1:1:0:0:1'],
    ['00010002000300040005000600000000', '1:2:3:4:5:6::'],
    ['00000000000000000000ffff7f000001', '::ffff:127.0.0.1'],
    ['fe80000000000000abcd00000000ef01', 'fe80::abcd:0:0:ef01'],
  ])('writes %s as %s', (hex, text) => {
    expect(formatIpv6(bytes(hex))).toBe(text)
  })

  it('writes what any reader reads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (address) => {
        const text = formatIpv6(address)
        fc.pre(!text.includes('.'))
        const full = new URL(`http://[${text}]/`).hostname
        expect(full).toBe(`[${text}]`)
        const [head = '', tail] = text.split('::')
        const groups = (part: string) => (part === '' ? [] : part.split(':'))
        const [front, back] = [groups(head), groups(tail ?? '')]
        const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0')
        const hex = [...front, ...zeros, ...back].map((group) => group.padStart(4, '0')).join('')
        expect(hex).toBe(Buffer.from(address).toString('hex'))
      }),
    )
  })
})
