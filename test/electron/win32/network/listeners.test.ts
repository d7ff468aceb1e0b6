/** Does asking for a table end, whatever Windows answers? Made up: the answers, which a healthy PC does not give. */
import { describe, expect, it } from 'vitest'
import { listListeners, readTable } from '../../../../electron/win32/network/listeners.ts'
import type { FillTable } from '../../../../electron/win32/network/listeners.ts'
import { recorded } from '../recorded.ts'

const udp4 = { protocol: 'udp', family: 4 } as const
const tooSmall = 122

/** Answers with one code after the other, the last one for ever. */
function answering(...codes: readonly number[]): FillTable & { readonly sizes: number[] } {
  const sizes: number[] = []
  const fill: FillTable = (_, table, sizeBytes) => {
    sizes.push(table.length)
    expect(sizeBytes.readUInt32LE()).toBe(table.length)
    const code = codes[Math.min(sizes.length, codes.length) - 1] ?? 0
    if (code === 0) recorded('sockets-udp4').bytes.copy(table)
    return Promise.resolve(code)
  }
  return Object.assign(fill, { sizes })
}

describe('readTable', () => {
  it('asks again with more room while a table grows', async () => {
    const fill = answering(tooSmall, tooSmall, 0)
    const rows = await readTable(udp4, fill)
    expect(rows.state === 'known' && rows.value.map(({ port }) => port)).toEqual([1900, 5353, 5353])
    expect(fill.sizes).toEqual([16_384, 32_768, 65_536])
  })

  it('takes as much room as Windows wants', async () => {
    const sizes: number[] = []
    const rows = await readTable(udp4, (_, table, sizeBytes) => {
      sizes.push(table.length)
      sizeBytes.writeUInt32LE(100_000)
      return Promise.resolve(table.length < 100_000 ? tooSmall : 0)
    })
    expect(rows).toEqual({ state: 'known', value: [] })
    expect(sizes).toHaveLength(2)
  })

  it('gives up when no size is enough', async () => {
    const fill = answering(tooSmall)
    expect(await readTable(udp4, fill)).toEqual({ state: 'failed', reason: 'unreadable' })
    expect(Math.max(...fill.sizes)).toBeLessThanOrEqual(64 * 1024 * 1024)
  })

  it('gives up at once when Windows wants more than there can be', async () => {
    let calls = 0
    const rows = await readTable(udp4, (_, __, sizeBytes) => {
      calls += 1
      sizeBytes.writeUInt32LE(0xffffffff)
      return Promise.resolve(tooSmall)
    })
    expect(rows).toEqual({ state: 'failed', reason: 'unreadable' })
    expect(calls).toBe(1)
  })

  it('does not take half a table for a whole one', async () => {
    const rows = await readTable(udp4, (_, table) => {
      table.writeUInt32LE(1_000_000)
      return Promise.resolve(0)
    })
    expect(rows).toEqual({ state: 'failed', reason: 'unreadable' })
  })

  it('finds no IPv6 listeners on a PC without IPv6, and an error everywhere else', async () => {
    expect(await readTable({ protocol: 'tcp', family: 6 }, answering(50))).toEqual({
      state: 'known',
      value: [],
    })
    expect(await readTable(udp4, answering(50))).toEqual({
      state: 'failed',
      reason: 'windows-error',
    })
    expect(await readTable(udp4, answering(5))).toEqual({ state: 'denied', reason: 'needs-admin' })
  })
})

if (process.platform !== 'win32') {
  it('says that it did not look where there is no Windows', async () => {
    expect(await listListeners()).toEqual({ state: 'skipped', reason: 'not-windows' })
  })
}
