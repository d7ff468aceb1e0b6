/** Apple's apps in Microsoft Store, by their packages. */
import type { Places, StorePackage } from '../model/places.ts'
import { readTrustRules } from './trust/trust-rules.ts'
import { pathKey } from './windows-path.ts'

/** By the beginning of the package's family name. `product` has words in `otherProgram.product`. */
const apps = [
  { prefix: 'AppleInc.iTunes_', product: 'itunes', name: 'iTunes' },
  { prefix: 'AppleInc.AppleDevices_', product: 'apple-devices', name: 'Apple Devices' },
  { prefix: 'AppleInc.AppleMusicWin_', product: 'apple-music', name: 'Apple Music' },
  { prefix: 'AppleInc.AppleTVWin_', product: 'apple-tv', name: 'Apple TV' },
  { prefix: 'AppleInc.iCloud_', product: 'icloud', name: 'iCloud' },
] as const

export interface StoreApp {
  /** Null for an app that came after this list. */
  readonly product: (typeof apps)[number]['product'] | null
  readonly name: string
}

/** Null where it is not one of Apple's. */
export function storeApp({ familyName }: Pick<StorePackage, 'familyName'>): StoreApp | null {
  const family = pathKey(familyName)
  const app = apps.find(({ prefix }) => family.startsWith(pathKey(prefix)))
  if (app !== undefined) return app
  const { publisherId } = readTrustRules().storePublisher
  const [, name] = /^(?:AppleInc\.)?([^_]+)_/i.exec(familyName) ?? []
  return name !== undefined && family.endsWith(pathKey(`_${publisherId}`))
    ? { product: null, name }
    : null
}

/** Those that are installed; none where nobody could look. */
export const storeApps = ({ storePackages }: Pick<Places, 'storePackages'>): readonly StoreApp[] =>
  storePackages.state === 'known' ? storePackages.value.flatMap((one) => storeApp(one) ?? []) : []
