/** Are services and their configuration read from the bytes of Windows, whole or broken? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readServiceConfiguration,
  readServices,
} from '../../../../electron/win32/bytes/read-services.ts'
import { fenced, fenceLetter, mutated } from '../mutate.ts'
import { recorded } from '../recorded.ts'

const rows = recorded('services')
const count = rows.facts['count'] as number
const one = recorded('service-configuration')

describe('readServices', () => {
  it('reads every service of a recorded list', () => {
    const read = readServices(rows.bytes, rows.baseAddress, count)
    expect(read.isComplete).toBe(true)
    expect(read.services).toHaveLength(count)
    expect(read.services.find(({ keyName }) => keyName === 'Eventlog')).toMatchObject({
      displayName: 'Event Log',
      state: 'running',
      pid: expect.any(Number) as number,
    })
    expect(read.services.find(({ keyName }) => keyName === 'BITS')).toMatchObject({
      state: 'stopped',
      pid: null,
      lastExit: { code: expect.any(Number) as number, ownCode: 0 },
    })
  })

  it('reads how a service last ended', () => {
    const ended = Buffer.from(rows.bytes)
    ended.writeUInt32LE(1067, 28)
    ended.writeUInt32LE(5, 32)
    const [first] = readServices(ended, rows.baseAddress, count).services
    expect(first?.lastExit).toEqual({ code: 1067, ownCode: 5 })
  })

  it('shows the key name of a service that has no display name', () => {
    const nameless = Buffer.from(rows.bytes)
    nameless.writeBigUInt64LE(0n, 8)
    const { services, isComplete } = readServices(nameless, rows.baseAddress, count)
    expect(isComplete).toBe(true)
    expect(services[0]?.displayName).toBe(services[0]?.keyName)
  })

  it('is incomplete when more rows are promised than there is room for', () => {
    expect(readServices(rows.bytes, rows.baseAddress, 1_000_000).isComplete).toBe(false)
    expect(readServices(Buffer.alloc(0), 0n, 1).isComplete).toBe(false)
  })

  // https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_status_process
  it.each([
    [0, 'unknown'],
    [1, 'stopped'],
    [2, 'start-pending'],
    [3, 'stop-pending'],
    [4, 'running'],
    [5, 'continue-pending'],
    [6, 'pause-pending'],
    [7, 'paused'],
    [8, 'unknown'],
  ])('state %i is %s', (number, state) => {
    const made = Buffer.from(rows.bytes)
    made.writeUInt32LE(number, 20)
    expect(readServices(made, rows.baseAddress, count).services[0]?.state).toBe(state)
  })

  // https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-query_service_configw
  it.each([
    [0, 'boot'],
    [1, 'system'],
    [2, 'automatic'],
    [3, 'manual'],
    [4, 'disabled'],
    [5, 'unknown'],
  ])('startup type %i is %s', (number, startType) => {
    const made = Buffer.from(one.bytes)
    made.writeUInt32LE(number, 4)
    expect(readServiceConfiguration(made, one.baseAddress)?.startType).toBe(startType)
  })

  it('a configuration of fewer than 64 bytes is none', () => {
    expect(readServiceConfiguration(Buffer.alloc(63), 0n)).toBeNull()
    expect(readServiceConfiguration(Buffer.alloc(64), 0n)).toEqual({
      ...{ startType: 'boot', imagePath: '', account: '' },
    })
  })

  it('calls a state that nobody knows unknown', () => {
    const odd = Buffer.from(rows.bytes)
    odd.writeUInt32LE(99, 20)
    expect(readServices(odd, rows.baseAddress, count).services[0]?.state).toBe('unknown')
  })

  it('survives any damage without reading outside of the bytes', () => {
    fc.assert(
      fc.property(mutated(rows.bytes), (damaged) => {
        const read = readServices(fenced(damaged), rows.baseAddress, count)
        expect(read.services.length).toBeLessThanOrEqual(count)
        expect(JSON.stringify(read)).not.toContain(fenceLetter)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('readServiceConfiguration', () => {
  it('reads start type, command line and account', () => {
    expect(readServiceConfiguration(one.bytes, one.baseAddress)).toEqual({
      startType: 'automatic',
      imagePath: 'C:\\windows\\system32\\svchost.exe -k LocalServiceNetworkRestricted',
      account: 'LocalSystem',
    })
  })

  it('is null when a text lies outside of the bytes or there are too few', () => {
    const broken = Buffer.from(one.bytes)
    broken.writeBigUInt64LE(one.baseAddress + BigInt(broken.length), 16)
    expect(readServiceConfiguration(broken, one.baseAddress)).toBeNull()
    expect(readServiceConfiguration(one.bytes.subarray(0, 63), one.baseAddress)).toBeNull()
  })

  it('survives any damage without reading outside of the bytes', () => {
    fc.assert(
      fc.property(mutated(one.bytes), (damaged) => {
        const read = readServiceConfiguration(fenced(damaged), one.baseAddress)
        expect(JSON.stringify(read)).not.toContain(fenceLetter)
      }),
      { numRuns: 2000 },
    )
  })
})
