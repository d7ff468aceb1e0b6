/**
 * The helper program of ps-list, once it is bundled. It looks in `vendor/` beside the file that it stands in, so the
 * build copies that folder beside every bundle that holds ps-list.
 */
import { cpSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** @returns {import('vite').Plugin} */
export function shipListingHelper() {
  let outDir = ''
  return {
    name: 'ship-listing-helper',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir)
    },
    writeBundle() {
      const psList = dirname(createRequire(import.meta.url).resolve('ps-list'))
      cpSync(join(psList, 'vendor'), join(outDir, 'vendor'), { recursive: true })
    },
  }
}
