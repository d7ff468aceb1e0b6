/** What helps to read names in a text, out of `assets/catalogue/names.json`. */
import data from '../../assets/catalogue/names.json' with { type: 'json' }
import type { Names } from './schemas/names-schema.ts'

export const readNames = (): Names => data
