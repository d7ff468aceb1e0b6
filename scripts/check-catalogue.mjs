/**
 * The catalogue's check at build time. The build puts it through its schema once and fails if it breaks, so that the
 * program itself need not do it again at every start, while somebody waits for the window.
 */
import { runnerImport } from 'vite'

/** Each reads its part of `assets/` through the schema. */
const readers = /** @type {const} */ ([
  ['catalogue/catalogue', 'readCatalogue'],
  ['catalogue/other-programs', 'readOtherPrograms'],
  ['catalogue/other-makers', 'readOtherMakers'],
  ['judge/trust-rules', 'readTrustRules'],
  ['judge/actions', 'readActions'],
  ['judge/rules', 'readRules'],
  ['doctor/trees', 'readTrees'],
  ['catalogue/names', 'readNames'],
  ['catalogue/endpoints', 'readEndpoints'],
  ['catalogue/ports', 'readPorts'],
  ['catalogue/errors', 'readErrors'],
  ['catalogue/errors', 'readErrorWords'],
  ['catalogue/hosts-lines', 'readHostsLines'],
  ['catalogue/issuers', 'readIssuers'],
])

/** @returns {import('vite').Plugin} */
export function checkCatalogue() {
  return {
    name: 'check-catalogue',
    apply: 'build',
    config: () => ({ define: { CATALOGUE_IS_CHECKED: 'true' } }),
    async buildStart() {
      const options = /** @type {const} */ ({ configFile: false, logLevel: 'error' })
      for (const [file, read] of readers) {
        const { module } = await runnerImport(`./shared/${file}.ts`, options)
        module[read]()
      }
      const { myths, betterWays } = (await runnerImport('./shared/catalogue/myths.ts', options))
        .module
      const schemas = await runnerImport('./shared/catalogue/myths-schema.ts', options)
      schemas.module.mythsSchema.parse({ myths, betterWays })
    },
    // The schemas are then needed no more: they may be left out of the program.
    transform: (_code, id) =>
      /\/shared\/(?:catalogue\/(?:[a-z-]+-)?schema|(?:judge|doctor)\/[a-z-]+-schema)\.ts$/.test(id)
        ? { moduleSideEffects: false }
        : undefined,
  }
}
