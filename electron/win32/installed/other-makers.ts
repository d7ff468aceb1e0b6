/** Programs of other makers on this PC that may stand in the way of Apple's, by their services, programs and adapters. */
import { findOtherMaker, readOtherMakers } from '../../../shared/catalogue/other-makers.ts'
import type { NetworkAdapter, OtherMakersProgram } from '../../../shared/model/pc-facts.ts'
import { known, skipped, type Probe } from '../../../shared/model/probe.ts'
import type { ListedService } from '../../../shared/model/service.ts'
import { takeTurns } from '../../async/turns.ts'
import { readNumber } from '../registry/typed-values.ts'
import { readServiceStates } from '../processes/services.ts'

/** The same program may run many times: it is told once. */
const mostPrograms = 500

export interface OtherMakersQuestion {
  readonly services: Probe<readonly ListedService[]>
  /** Image names of what runs. */
  readonly processNames: Probe<readonly string[]>
  readonly adapters: Probe<readonly NetworkAdapter[]>
}

/** Known when all three could be looked at: else a program that is there would look absent. */
export async function findOtherMakers(
  { services, processNames, adapters }: OtherMakersQuestion,
  signal?: AbortSignal,
): Promise<Probe<readonly OtherMakersProgram[]>> {
  if (services.state !== 'known') return services
  if (processNames.state !== 'known') return processNames
  if (adapters.state !== 'known') return adapters
  const rest = takeTurns()
  const found = new Map<string, OtherMakersProgram>()
  const add = (by: OtherMakersProgram['by'], subject: string, isRunning: boolean) => {
    const maker = findOtherMaker(by, subject)
    if (maker === undefined || found.size >= mostPrograms) return
    const key = `${by} ${maker.id} ${subject.toLowerCase()}`
    const before = found.get(key)
    if (before?.isRunning === true) return
    found.set(key, { id: maker.id, by, subject, isRunning, cpuPercent: null })
  }
  for (const { keyName, state } of services.value) {
    await rest()
    if (signal?.aborted === true) return skipped('cancelled')
    add('service', keyName, state === 'running')
  }
  for (const { keyName, isRunning } of await driversThere(services.value, signal)) {
    add('service', keyName, isRunning)
  }
  for (const name of processNames.value) {
    await rest()
    if (signal?.aborted === true) return skipped('cancelled')
    add('process', name, true)
  }
  for (const { description, isUp } of adapters.value) add('adapter', description, isUp)
  return known([...found.values()])
}

/** Drivers are services too, but no list of services that run programs has them. */
async function driversThere(
  listed: readonly ListedService[],
  signal: AbortSignal | undefined,
): Promise<readonly { readonly keyName: string; readonly isRunning: boolean }[]> {
  const known = new Set(listed.map(({ keyName }) => keyName.toLowerCase()))
  const there = readOtherMakers()
    .flatMap(({ services }) => services)
    .filter((keyName) => !known.has(keyName.toLowerCase()) && isSetUp(keyName))
  const states = await readServiceStates(there, signal)
  return there.map((keyName, at) => {
    const status = states[at]
    return { keyName, isRunning: status?.state === 'known' && status.value.state === 'running' }
  })
}

function isSetUp(keyName: string): boolean {
  const type = readNumber('HKLM', `SYSTEM\\CurrentControlSet\\Services\\${keyName}`, 'Type')
  return type.state === 'known' && type.value !== null
}
