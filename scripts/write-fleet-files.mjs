// The question of a fleet as each engine takes it in. Writes assets/fleet/ from the catalogue and the rules (`npm run fleet`).
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** Vite reads the TypeScript sources. @param {string} path from the project's root */
async function load(path) {
  const { module } = await runnerImport(fileURLToPath(new URL(`../${path}`, import.meta.url)), {
    configFile: false,
    logLevel: 'error',
  })
  return module
}

const { engineFiles } = await load('shared/fleet/write/engine-files.ts')
mkdirSync(new URL('../assets/fleet/', import.meta.url), { recursive: true })
for (const [file, content] of engineFiles()) {
  writeFileSync(new URL(`../assets/fleet/${file}`, import.meta.url), content)
}
