/** The check of the data in `assets/`: the build and a test read every file through its schema, the program trusts it. */
import { otherMakersSchema } from '../shared/catalogue/schemas/other-makers-schema.ts'
import { otherProgramsSchema } from '../shared/catalogue/schemas/other-programs-schema.ts'
import { readCatalogue } from '../shared/catalogue/catalogue.ts'
import { readEndpoints } from '../shared/catalogue/endpoints.ts'
import { endpointsSchema } from '../shared/catalogue/schemas/endpoints-schema.ts'
import { readErrors, readErrorWords } from '../shared/catalogue/errors.ts'
import { errorsSchema, errorWordsSchema } from '../shared/catalogue/schemas/errors-schema.ts'
import { readHostsLines } from '../shared/catalogue/hosts-lines.ts'
import { hostsLinesSchema } from '../shared/catalogue/schemas/hosts-lines-schema.ts'
import { readIssuers } from '../shared/catalogue/issuers.ts'
import { issuersSchema } from '../shared/catalogue/schemas/issuers-schema.ts'
import { betterWays, myths } from '../shared/catalogue/myths.ts'
import { mythsSchema } from '../shared/catalogue/schemas/myths-schema.ts'
import { readNames } from '../shared/catalogue/names.ts'
import { namesSchema } from '../shared/catalogue/schemas/names-schema.ts'
import { readOtherMakers } from '../shared/catalogue/other-makers.ts'
import { readOtherPrograms } from '../shared/catalogue/other-programs.ts'
import { readPorts } from '../shared/catalogue/ports.ts'
import { portsSchema } from '../shared/catalogue/schemas/ports-schema.ts'
import { catalogueSchema } from '../shared/catalogue/schemas/catalogue-schema.ts'
import { readSymptomWords } from '../shared/doctor/symptom-words.ts'
import { symptomWordsSchema } from '../shared/doctor/symptom-words-schema.ts'
import { readTrees } from '../shared/doctor/trees.ts'
import { treesSchema } from '../shared/doctor/trees-schema.ts'
import { readActions } from '../shared/judge/findings/actions.ts'
import { actionsSchema } from '../shared/judge/findings/actions-schema.ts'
import { readRules } from '../shared/judge/findings/rules.ts'
import { rulesSchema } from '../shared/judge/findings/rules-schema.ts'
import { readTrustRules } from '../shared/judge/trust/trust-rules.ts'
import { trustRulesSchema } from '../shared/judge/trust/trust-rules-schema.ts'
import { readUsualMemory } from '../shared/judge/usual-memory.ts'
import { usualMemorySchema } from '../shared/judge/usual-memory-schema.ts'

/**
 * What is read, and the schema that it must keep, by the name of the data.
 * @type {Readonly<Record<string, readonly [unknown, import('zod').ZodType]>>}
 */
export const checkedData = {
  catalogue: [readCatalogue(), catalogueSchema],
  endpoints: [readEndpoints(), endpointsSchema],
  errors: [readErrors(), errorsSchema],
  'error words': [readErrorWords(), errorWordsSchema],
  'hosts lines': [readHostsLines(), hostsLinesSchema],
  issuers: [readIssuers(), issuersSchema],
  myths: [{ myths, betterWays }, mythsSchema],
  names: [readNames(), namesSchema],
  'other makers': [readOtherMakers(), otherMakersSchema],
  'other programs': [readOtherPrograms(), otherProgramsSchema],
  ports: [readPorts(), portsSchema],
  symptomWords: [readSymptomWords(), symptomWordsSchema],
  trees: [readTrees(), treesSchema],
  actions: [readActions(), actionsSchema],
  rules: [readRules(), rulesSchema],
  'trust rules': [readTrustRules(), trustRulesSchema],
  'usual memory': [readUsualMemory(), usualMemorySchema],
}

/** Throws where a file of the data breaks its schema, with the name of the data. */
export function checkData(all = checkedData) {
  for (const [name, [data, schema]] of Object.entries(all)) {
    const { success, error } = schema.safeParse(data)
    if (!success) throw new Error(`The data of the ${name} breaks its schema: ${error.message}`)
  }
}
