/** The catalogue. Reads `assets/catalogue/` once and refuses anything that breaks the schema. */
import editions from '../../assets/catalogue/editions.json' with { type: 'json' }
import processes from '../../assets/catalogue/processes.json' with { type: 'json' }
import sources from '../../assets/catalogue/sources.json' with { type: 'json' }
import statements from '../../assets/catalogue/statements.json' with { type: 'json' }
import type { Catalogue } from './schemas/catalogue-schema.ts'

const shipped = { processes, editions, statements, sources }

/**
 * The catalogue that the program ships.
 * @throws when the shipped data is broken: a bug in the data, found by the first test that runs.
 */
export const readCatalogue = (): Catalogue => shipped as Catalogue
