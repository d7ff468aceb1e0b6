/** The contract as JSON Schema, made from the zod schema that the program reads with. */
import { z } from 'zod'
import { reportSchema, reportSchemaVersion } from './report-schema.ts'

export function reportJsonSchema(): object {
  return {
    $id: `urn:process-inspector-for-itunes:report:${reportSchemaVersion}`,
    title: 'Report of Process Inspector for iTunes',
    description: 'Written by --format json. New keys may be added without a new schemaVersion.',
    ...z.toJSONSchema(reportSchema, { target: 'draft-2020-12', io: 'input' }),
  }
}
