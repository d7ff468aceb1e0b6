/** The trees: for each symptom the steps in their order. Reads `assets/doctor/trees.json`. */
import data from '../../assets/doctor/trees.json' with { type: 'json' }
import type { Trees } from './trees-schema.ts'

export type { Step, Tree, Trees } from './trees-schema.ts'

export type StepId = keyof (typeof data)['steps']

export const readTrees = (): Trees => data as Trees
