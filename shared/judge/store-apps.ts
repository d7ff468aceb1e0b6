/** Apple's apps in Microsoft Store, by their packages. */
import type { Places } from '../model/places.ts'
import { pathKey } from './windows-path.ts'

/** By the beginning of the package's family name. `product` has words in `otherProgram.product`. */
const apps = [
  { prefix: 'AppleInc.iTunes_', product: 'itunes', name: 'iTunes' },
  { prefix: 'AppleInc.AppleDevices_', product: 'apple-devices', name: 'Apple Devices' },
  { prefix: 'AppleInc.AppleMusicWin_', product: 'apple-music', name: 'Apple Music' },
  { prefix: 'AppleInc.AppleTVWin_', product: 'apple-tv', name: 'Apple TV' },
  { prefix: 'AppleInc.iCloud_', product: 'icloud', name: 'iCloud' },
] as const

/** Those that are installed; none where nobody could look. */
export function storeApps({
  storePackages,
}: Pick<Places, 'storePackages'>): readonly (typeof apps)[number][] {
  if (storePackages.state !== 'known') return []
  return storePackages.value.flatMap(({ familyName }) => {
    const app = apps.find(({ prefix }) => pathKey(familyName).startsWith(pathKey(prefix)))
    return app === undefined ? [] : [app]
  })
}
