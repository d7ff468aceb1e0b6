/** Modules that electron-builder itself uses. Asked for through it, so that there is one version of each. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Where electron-builder's library is: its settings file's schema, its templates, its own packages. */
export const builderLibrary = require.resolve('app-builder-lib/package.json')

/** @type {(name: string) => any} */
export const requireInBuilder = createRequire(builderLibrary)
