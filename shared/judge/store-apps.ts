/** Apple's apps in Microsoft Store, by their packages. */
import type { Places } from '../model/places.ts'
import { pathKey } from './windows-path.ts'

/** By the beginning of the package's family name. */
const apps: readonly (readonly [prefix: string, name: string])[] = [
  ['AppleInc.iTunes_', 'iTunes'],
  ['AppleInc.AppleDevices_', 'Apple Devices'],
  ['AppleInc.AppleMusicWin_', 'Apple Music'],
  ['AppleInc.AppleTVWin_', 'Apple TV'],
  ['AppleInc.iCloud_', 'iCloud'],
]

/** Names of those that are installed; none where nobody could look. */
export function storeApps({ storePackages }: Pick<Places, 'storePackages'>): readonly string[] {
  if (storePackages.state !== 'known') return []
  return storePackages.value.flatMap(({ familyName }) => {
    const app = apps.find(([prefix]) => pathKey(familyName).startsWith(pathKey(prefix)))
    return app === undefined ? [] : [app[1]]
  })
}
