/** `npm run fleet`: the question of a fleet as each engine takes it in. Writes assets/fleet/ from the catalogue and the rules. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { inProject, loadSource } from './project.mjs'

const { engineFiles } = await loadSource('shared/fleet/write/engine-files.ts')
mkdirSync(inProject('assets/fleet'), { recursive: true })
for (const [file, content] of engineFiles()) writeFileSync(inProject('assets/fleet', file), content)
