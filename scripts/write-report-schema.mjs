// What do other programs check a report against? Writes report.schema.json and line.schema.json from the zod schemas (`npm run schema`).
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
// Vite reads the TypeScript sources; no server listens.
const server = await createServer({
  root,
  configFile: false,
  server: { middlewareMode: true },
  appType: 'custom',
  logLevel: 'error',
})
const { reportJsonSchema } = await server.ssrLoadModule(
  '/shared/report/schema/report-json-schema.ts',
)
const { lineJsonSchema } = await server.ssrLoadModule('/shared/report/line/line-schema.ts')
await server.close()
for (const [file, schema] of [
  ['report.schema.json', reportJsonSchema()],
  ['line.schema.json', lineJsonSchema()],
]) {
  writeFileSync(new URL(`../${file}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
}
