/** The shape of a check in a report: with its words. */
import { z } from 'zod'
import { checkShape, resultShape } from '../../model/connection.ts'
import { named } from '../../model/schema.ts'

const text = z.string().describe("In the report's language.")

export const endpointResultSchema = named(
  'EndpointResult',
  resultShape.extend({ title: text, text }),
)

export const checkSchema = named('ConnectionCheck', checkShape.extend({ title: text, text }))
