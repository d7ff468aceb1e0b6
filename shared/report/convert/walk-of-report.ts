/** The walk that a report holds: its symptom, and the answers that its steps show. Judged anew when it is opened. */
import type { StepAnswer, Walk } from '../../model/diagnosis.ts'
import type { DiagnosisReport } from '../../text/doctor-words.ts'
import { readTrees } from '../../doctor/trees.ts'

export function walkOfReport({ symptom, steps }: Pick<DiagnosisReport, 'symptom' | 'steps'>): Walk {
  const known = readTrees().steps
  const answers = steps.flatMap(({ id, state }): [string, StepAnswer][] => {
    // What only a person can see is done or failed only because somebody said so.
    const isAsked = Object.hasOwn(known, id) && known[id]?.codes === undefined
    if (!isAsked) return []
    if (state === 'failed') return [[id, 'yes']]
    return state === 'done' ? [[id, 'no']] : []
  })
  return { symptom, answers: Object.fromEntries(answers) }
}
