/** What people type when they have a symptom, in all languages at once, to find and never to show. Reads `assets/doctor/symptom-words.json`. */
import data from '../../assets/doctor/symptom-words.json' with { type: 'json' }
import type { SymptomWords } from './symptom-words-schema.ts'

export const readSymptomWords = (): SymptomWords => data
