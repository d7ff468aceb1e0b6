/**
 * Is the catalogue sound? The build puts it through its schema once and fails if it breaks, so that the program itself
 * need not do it again at every start, while somebody waits for the window.
 */
import { runnerImport } from 'vite'

/** @returns {import('vite').Plugin} */
export function checkCatalogue() {
  return {
    name: 'check-catalogue',
    apply: 'build',
    config: () => ({ define: { CATALOGUE_IS_CHECKED: 'true' } }),
    async buildStart() {
      const { module } = await runnerImport('./shared/catalogue/catalogue.ts', {
        configFile: false,
        logLevel: 'error',
      })
      module.readCatalogue()
    },
    // The schema is then needed no more: it may be left out of the program.
    transform: (_code, id) =>
      id.endsWith('/shared/catalogue/schema.ts') ? { moduleSideEffects: false } : undefined,
  }
}
