// What do other programs check a report against? Writes report.schema.json and line.schema.json from the zod schemas (`npm run schema`).
import { writeFileSync } from 'node:fs'
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

const { reportJsonSchema } = await load('shared/report/schema/report-json-schema.ts')
const { lineJsonSchema } = await load('shared/report/line/line-schema.ts')
for (const [file, schema] of [
  ['report.schema.json', reportJsonSchema()],
  ['line.schema.json', lineJsonSchema()],
]) {
  writeFileSync(new URL(`../${file}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
}
