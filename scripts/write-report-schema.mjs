/** `npm run schema`: what other programs check a report and a line against. Writes both schemas from those of zod. */
import { writeFileSync } from 'node:fs'
import { inProject, loadSource } from './project.mjs'

const { reportJsonSchema } = await loadSource('shared/report/schema/report-json-schema.ts')
const { lineJsonSchema } = await loadSource('shared/report/line/line-schema.ts')
for (const [file, schema] of [
  ['report.schema.json', reportJsonSchema()],
  ['line.schema.json', lineJsonSchema()],
]) {
  writeFileSync(inProject(file), `${JSON.stringify(schema, null, 2)}\n`)
}
