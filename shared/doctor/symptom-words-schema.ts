/** The shape of the words that people type for a symptom. */
import { z } from 'zod'
import { symptoms, type Symptom } from '../model/symptom.ts'

export const symptomWordsSchema = z.record(z.enum(symptoms), z.array(z.string().min(1)).min(1))

export type SymptomWords = Readonly<Record<Symptom, readonly string[]>>
