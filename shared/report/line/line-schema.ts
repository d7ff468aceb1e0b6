/** The shape of a line as a schema, for other programs; `line.schema.json` is made from it. */
import { z } from 'zod'
import { longestLine, lineVersion, type ReportLine } from './report-line.ts'

const word = z.string().describe('A stable code. Other versions may hold others.')
const count = z.int().min(0)

const lineSchema = z.object({
  v: z.int().min(1).max(lineVersion),
  at: z.iso.datetime().describe('When the process list was taken.'),
  label: z.string().optional().describe('What whoever ran it calls the PC (--label).'),
  app: z.string().describe('The version of the program that wrote it.'),
  catalogueVersion: z.string().describe('Equal where two lines were judged by the same data.'),
  system: z.string().describe('For example `win32 10.0.22631 x64`.'),
  worst: word.describe('The worst severity of the findings; `none` without any.'),
  exitCode: z.int().min(0),
  stack: word.nullable().describe("Which of Apple's installations the PC has."),
  hasApple: z
    .boolean()
    .optional()
    .describe("Whether anything of Apple's is there. Absent where nobody could tell."),
  products: z.array(z.object({ id: word, edition: word, version: z.string() })),
  running: z
    .array(z.object({ id: word, trust: word, version: z.string().nullable(), count }))
    .describe('What runs under a name of the catalogue; what is not genuine first.'),
  findings: z
    .array(z.object({ code: word, subject: z.string(), severity: word }))
    .describe('The worst first.'),
  unknown: z.array(word).describe('What could not be looked at.'),
  cut: z
    .object({ products: count, running: count, findings: count, texts: count })
    .describe('How many of each had no room, and how many texts were shortened.'),
}) satisfies z.ZodType<ReportLine>

export function lineJsonSchema(): object {
  return {
    $id: `urn:process-inspector-for-itunes:line:${lineVersion}`,
    title: 'Line of Process Inspector for iTunes',
    description: `One PC in one line of ASCII JSON, at most ${longestLine} characters, written by --format line. New keys may be added without a new v.`,
    ...z.toJSONSchema(lineSchema, { target: 'draft-2020-12', io: 'input' }),
  }
}
