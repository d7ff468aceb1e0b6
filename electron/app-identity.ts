/** Name and version of this program. */
import manifest from '../package.json' with { type: 'json' }

export const appIdentity = { name: manifest.productName, version: manifest.version } as const
