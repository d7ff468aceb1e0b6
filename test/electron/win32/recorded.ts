/** Where are the bytes that Windows functions filled in? */
import { readFileSync } from 'node:fs'

const folder = new URL('../../fixtures/win32/', import.meta.url)

export interface Recorded {
  readonly bytes: Buffer
  readonly baseAddress: bigint
  readonly facts: Readonly<Record<string, unknown>>
}

/** A fresh copy each time: tests change the bytes. */
export function recorded(name: string): Recorded {
  const facts = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Readonly<
    Record<string, unknown>
  >
  const address = facts['baseAddress']
  return {
    bytes: readFileSync(new URL(`${name}.bin`, folder)),
    baseAddress: typeof address === 'string' ? BigInt(address) : 0n,
    facts,
  }
}
