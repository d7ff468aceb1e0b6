/** What of Apple's is installed, by all that shows it: Store packages, "Installed apps", programs in their folders, services. */
import type { Inspection } from '../model/inspection.ts'
import type { InstalledPackage, PcFacts } from '../model/pc-facts.ts'
import { storeApps, type StoreApp } from './store-apps.ts'

type Item =
  | { readonly kind: 'app'; readonly app: StoreApp }
  | { readonly kind: 'package'; readonly entry: InstalledPackage }
  /** A program that no installer speaks of, by its id in the catalogue. */
  | { readonly kind: 'program'; readonly id: string }
  | { readonly kind: 'service'; readonly keyName: string }

export interface InstalledOfApple {
  readonly items: readonly Item[]
  /** False where something could not be read, or has not been yet: then nothing here is no "none". */
  readonly isWhole: boolean
}

/** @param pc undefined until it is known. */
export function installedOfApple(
  { places, processes, services }: Pick<Inspection, 'places' | 'processes' | 'services'>,
  pc: Pick<PcFacts, 'packages'> | undefined,
): InstalledOfApple {
  const isWhole = pc?.packages.state === 'known' && places.storePackages.state === 'known'
  const entries = pc?.packages.state === 'known' ? pc.packages.value : []
  const named: readonly Item[] = [
    ...storeApps(places).map((app): Item => ({ kind: 'app', app })),
    ...entries.map((entry): Item => ({ kind: 'package', entry })),
  ]
  if (named.length > 0) return { items: named, isWhole }
  const programs = processes.flatMap(({ id, isInstalled }): Item[] =>
    isInstalled.state === 'known' && isInstalled.value ? [{ kind: 'program', id }] : [],
  )
  const left = services.flatMap(({ keyName, isInstalled }): Item[] =>
    isInstalled.state === 'known' && isInstalled.value ? [{ kind: 'service', keyName }] : [],
  )
  return { items: programs.length > 0 ? programs : left, isWhole }
}
