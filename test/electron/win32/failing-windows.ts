/**
 * A Windows in the place of koffi that answers every call as a test says. Wine gives hardly one of the documented
 * errors, and no machine gives all: the numbers are Microsoft's, from the page of each function.
 */
import { success } from '../../../shared/model/result.ts'
import type { Koffi } from '../../../electron/win32/bridge/load-koffi.ts'

/** What a call that never comes back answers. */
export const never = Symbol('never')

type Answer = (...given: readonly unknown[]) => unknown

const world = { answers: new Map<string, Answer>(), lastError: 0, open: 0, calls: 0 }

/** What opens and closes what has to be closed. */
const opening = /^(?:Open|CreateFileW$|RegOpenKeyExW$|EvtQuery$)/
const closing = /^(?:Close|RegCloseKey$|EvtClose$)/

/** Every call fails with this code, but for those that are named. */
export function failWith(code: number, answers: Readonly<Record<string, Answer>> = {}): void {
  Object.assign(world, { answers: new Map(Object.entries(answers)), lastError: code, open: 0 })
  world.calls = 0
}

/** Handles that were opened and not closed. */
export const leftOpen = (): number => world.open

/** How often Windows was asked. */
export const callsMade = (): number => world.calls

function answer(name: string, result: string, given: readonly unknown[]): unknown {
  if (name === 'GetLastError') return world.lastError
  if (name === 'GetSystemDirectoryW') {
    return (given[0] as Buffer).write('C:\\Windows\\System32', 'utf16le') / 2
  }
  world.calls += 1
  if (world.calls > 100_000) throw new Error(`${name} is asked without end`)
  const said = world.answers.get(name)
  const value = said === undefined ? failureOf(name, result) : said(...given)
  const isGood = name === 'RegOpenKeyExW' ? value === 0 : value !== 0 && value !== null
  if (opening.test(name) && isGood) world.open += 1
  if (closing.test(name)) world.open -= 1
  return value
}

/** As documented: functions that answer with the code itself, with a number that is 0, or with no address. */
function failureOf(name: string, result: string): unknown {
  if (result === 'void *') return name === 'CreateFileW' ? 0xffffffffffffffffn : null
  return /^(?:Reg|Nt|CM_|GetExtended|GetAdapters|GetIpNet|SHLoad)/.test(name) ? world.lastError : 0
}

let addresses = 0x10_0000n
const addressOf = new WeakMap<ArrayBufferLike, bigint>()

const koffi: Koffi = {
  config: () => {},
  load: () => ({
    func: (name, result) => {
      const call = (...given: readonly unknown[]) => answer(name, result, given)
      return Object.assign(call, {
        async: (...given: readonly unknown[]) => {
          const done = given.at(-1) as (error: unknown, value: unknown) => void
          setImmediate(() => {
            const value = answer(name, result, given.slice(0, -1))
            if (value !== never) done(null, value)
          })
        },
      })
    },
  }),
  address: (memory) => {
    const base = addressOf.get(memory.buffer) ?? (addresses += 0x1000_0000n)
    addressOf.set(memory.buffer, base)
    return base + BigInt(memory.byteOffset)
  },
  decode: (_at, _type, length) => new Uint8Array(length),
}

export const loadKoffi = () => success(koffi)
export const asyncStackBytes = 0
