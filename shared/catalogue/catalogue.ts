/** The catalogue. Reads `assets/catalogue/` once and refuses anything that breaks the schema. */
import editions from '../../assets/catalogue/editions.json' with { type: 'json' }
import processes from '../../assets/catalogue/processes.json' with { type: 'json' }
import sources from '../../assets/catalogue/sources.json' with { type: 'json' }
import statements from '../../assets/catalogue/statements.json' with { type: 'json' }
import { catalogueSchema, type Catalogue } from './schema.ts'

const shipped = { processes, editions, statements, sources }

/** True in a built program: the build has read the same data through the schema (scripts/check-catalogue.mjs). */
declare const CATALOGUE_IS_CHECKED: boolean | undefined

let parsed: Catalogue | undefined

/**
 * The catalogue that the program ships.
 * @throws when the shipped data is broken: a bug in the data, found by the first test that runs.
 */
export function readCatalogue(): Catalogue {
  parsed ??=
    typeof CATALOGUE_IS_CHECKED === 'undefined'
      ? catalogueSchema.parse(shipped)
      : (shipped as unknown as Catalogue)
  return parsed
}
