// What do other programs check a report against? Writes report.schema.json from the zod schema (`npm run schema`).
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
await server.close()
writeFileSync(
  new URL('../report.schema.json', import.meta.url),
  `${JSON.stringify(reportJsonSchema(), null, 2)}\n`,
)
