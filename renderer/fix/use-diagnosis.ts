/** The diagnosis of the source that the window shows, made anew with every look at it. */
import { useMemo } from 'react'
import { diagnose, type StepAnswers } from '../../shared/doctor/diagnose.ts'
import type { Diagnosis } from '../../shared/model/diagnosis.ts'
import { unknownPcFacts } from '../../shared/model/unknown-pc-facts.ts'
import { skipped } from '../../shared/model/probe.ts'
import type { Symptom } from '../../shared/model/symptom.ts'
import type { ViewProps } from '../view/view-props.ts'

interface Question extends Pick<ViewProps, 'state' | 'source' | 'local' | 'pcFacts' | 'checked'> {
  readonly symptom: Symptom
  readonly answers: StepAnswers
}

const notLooked = skipped('not-checked')

/** @returns undefined until there is an inspection. */
export function useDiagnosis(question: Question): Diagnosis | undefined {
  const { symptom, answers, state, source, local, pcFacts, checked } = question
  const { inspection } = state
  const look =
    source.kind !== 'this-pc'
      ? source.look
      : local.state.state === 'ready'
        ? local.state.value
        : undefined
  return useMemo(() => {
    if (inspection === undefined) return undefined
    return diagnose({
      ...{ symptom, answers, endpoints: checked?.endpoints ?? [] },
      facts: {
        inspection,
        pc: pcFacts ?? unknownPcFacts(inspection.takenAtUtc, notLooked),
        ...{ look, check: checked?.check },
      },
    })
  }, [symptom, answers, inspection, look, pcFacts, checked])
}
