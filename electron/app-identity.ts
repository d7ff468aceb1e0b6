/** What is this program called, and which version is it? */
import manifest from '../package.json' with { type: 'json' }

export const appIdentity = { name: manifest.productName, version: manifest.version } as const
