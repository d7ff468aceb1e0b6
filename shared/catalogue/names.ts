/** What helps to read names in a text, out of `assets/catalogue/names.json`. */
import data from '../../assets/catalogue/names.json' with { type: 'json' }
import { namesSchema, type Names } from './names-schema.ts'
import { readerOf } from './read-data.ts'

export const readNames = readerOf<Names>(() => namesSchema, data)
