/** Are processes read from the bytes of Windows, whole or broken? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProcessInformation } from '../../../../electron/win32/bytes/read-process-information.ts'
import { fenced, fenceLetter, mutated } from '../mutate.ts'
import { recorded } from '../recorded.ts'

const { bytes, baseAddress, facts } = recorded('process-information')
const whole = readProcessInformation(bytes, baseAddress)

describe('readProcessInformation', () => {
  it('reads every process of a recorded list', () => {
    expect(whole.isComplete).toBe(true)
    expect(whole.processes.find(({ name }) => name === 'services.exe')).toBeDefined()
    const self = whole.processes.find(({ pid }) => pid === facts['ownPid'])
    expect(self?.name).toBe('node.exe')
    expect(self?.startedAtUtc).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(self?.workingSetBytes).toBeGreaterThan(10_000_000)
    expect(self?.threadCount).toBeGreaterThan(1)
    for (const pid of facts['childPids'] as readonly number[]) {
      const child = whole.processes.find((record) => record.pid === pid)
      expect(child).toMatchObject({ name: 'iTunesHelper.exe', parentPid: facts['ownPid'] })
    }
  })

  it('keeps a process without a name, as pid 0 is on Windows', () => {
    const idle = Buffer.from(bytes)
    idle.writeUInt16LE(0, 0x38)
    idle.writeBigUInt64LE(0n, 0x40)
    idle.writeBigInt64LE(0n, 0x20)
    idle.writeBigUInt64LE(0n, 0x50)
    const read = readProcessInformation(idle, baseAddress)
    expect(read.isComplete).toBe(true)
    expect(read.processes[0]).toMatchObject({ pid: 0, name: '', startedAtUtc: null })
  })

  it('keeps odd letters in a name as they are', () => {
    const odd = Buffer.from(bytes)
    const nameAt = Number(odd.readBigUInt64LE(0x40) - baseAddress)
    odd.write('\t\ud800 .\u202e', nameAt, 'utf16le')
    odd.writeUInt16LE(10, 0x38)
    expect(readProcessInformation(odd, baseAddress).processes[0]?.name).toBe('\t\ud800 .\u202e')
  })

  it.each([
    ['before the buffer', baseAddress - 2n],
    ['behind the buffer', baseAddress + BigInt(bytes.length) - 2n],
    ['nowhere', 0xffff_ffff_ffff_fff0n],
  ])('leaves out a row whose name lies %s, and says that the list is incomplete', (_, address) => {
    const broken = Buffer.from(bytes)
    broken.writeBigUInt64LE(address, 0x40)
    const read = readProcessInformation(broken, baseAddress)
    expect(read.isComplete).toBe(false)
    expect(read.processes).toEqual(whole.processes.slice(1))
  })

  it.each([1, 8, 0x97, 0xffff_fff0])('ends at a next row %i bytes further', (next) => {
    const broken = Buffer.from(bytes)
    broken.writeUInt32LE(next, 0)
    const read = readProcessInformation(broken, baseAddress)
    expect(read.isComplete).toBe(false)
    expect(read.processes).toEqual(whole.processes.slice(0, 1))
  })

  it('calls every cut list incomplete', () => {
    const lastRowAt = lastRow(bytes)
    for (let end = 0; end < lastRowAt + 0x98; end += 1) {
      const read = readProcessInformation(bytes.subarray(0, end), baseAddress)
      expect(read.isComplete).toBe(false)
      expect(read.processes.length).toBeLessThan(whole.processes.length)
    }
  })

  it('survives any damage without reading outside of the bytes', () => {
    fc.assert(
      fc.property(mutated(bytes), (damaged) => {
        const read = readProcessInformation(fenced(damaged), baseAddress)
        // A row takes at least its fixed part.
        expect(read.processes.length).toBeLessThanOrEqual(damaged.length / 0x98)
        for (const { name } of read.processes) expect(name).not.toContain(fenceLetter)
      }),
      { numRuns: 3000 },
    )
  })
})

function lastRow(list: Buffer): number {
  let at = 0
  while (list.readUInt32LE(at) !== 0) at += list.readUInt32LE(at)
  return at
}
