/** Whether anything of Apple's is on a PC: its programs, services and Store apps, installed or running. */
import type { Places } from '../model/places.ts'
import { known, skipped, type Probe } from '../model/probe.ts'
import { storeApps } from './store-apps.ts'

/** As an inspection and a report have them. */
interface SignsOfApple {
  readonly stack: string | null
  readonly processes: readonly {
    readonly isInstalled?: Probe<boolean> | undefined
    readonly instances: readonly { readonly trust: string }[]
  }[]
  readonly services: readonly { readonly isInstalled: Probe<boolean> }[]
  readonly places: Pick<Places, 'storePackages'> | undefined
  /** Whether the list of installed programs names one of Apple's. */
  readonly isListed: Probe<boolean>
}

/** Null where nobody can tell. */
export function hasApple(signs: SignsOfApple): boolean | null {
  const { stack, processes, services, places, isListed } = signs
  const isThere =
    isYes(isListed) ||
    services.some(({ isInstalled }) => isYes(isInstalled)) ||
    (places !== undefined && storeApps(places).length > 0) ||
    processes.some(
      ({ isInstalled, instances }) =>
        isYes(isInstalled) ||
        instances.some(({ trust }) => trust === 'genuine' || trust === 'cannot-tell'),
    )
  if (isThere) return true
  return stack === null || stack === 'cannot-tell' ? null : stack !== 'none'
}

/** Of "Installed apps" Windows's list alone is looked through, for Apple's. */
export const isAppleListed = (
  pc: { readonly packages: Probe<readonly unknown[]> } | undefined,
): Probe<boolean> =>
  pc === undefined
    ? skipped('not-checked')
    : pc.packages.state === 'known'
      ? known(pc.packages.value.length > 0)
      : pc.packages

const isYes = (probe: Probe<boolean> | undefined): boolean =>
  probe?.state === 'known' && probe.value
