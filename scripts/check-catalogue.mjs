/** The data's check at build time: a build whose catalogue, rules or trees break their schemas fails. */
import { runnerImport } from 'vite'

/** @returns {import('vite').Plugin} */
export function checkCatalogue() {
  return {
    name: 'check-catalogue',
    apply: 'build',
    async buildStart() {
      const { module } = await runnerImport('./scripts/check-data.mjs', {
        configFile: false,
        logLevel: 'error',
      })
      module['checkData']()
    },
  }
}
