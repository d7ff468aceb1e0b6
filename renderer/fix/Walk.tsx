/** The walk: from a symptom to the one thing to do, with every step, and the text for a ticket. */
import { ChevronRight16Regular } from '@fluentui/react-icons'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { FindingAction } from '../../shared/judge/findings/actions.ts'
import type { StepAnswers } from '../../shared/doctor/diagnose.ts'
import type { StepAnswer } from '../../shared/model/diagnosis.ts'
import { symptoms, type Symptom } from '../../shared/model/symptom.ts'
import {
  outcomeWords,
  stepEvidence,
  stepName,
  symptomName,
  tallyWords,
} from '../../shared/text/doctor-words.ts'
import { findingTitle } from '../../shared/text/finding-title.ts'
import { ErrorLookUp } from '../connections/errors/ErrorLookUp.tsx'
import type { ViewProps } from '../view/view-props.ts'
import { ActionSteps } from '../parts/FindingCard.tsx'
import { PcFactsFailure } from '../view/PcFactsFailure.tsx'
import { RecorderView } from '../recorder/RecorderView.tsx'
import { useWords } from '../text/words-context.ts'
import { StepRow } from './StepRow.tsx'
import { SymptomList } from './SymptomList.tsx'
import { Ticket } from './Ticket.tsx'
import { WalkSources } from './WalkSources.tsx'
import { useDiagnosis } from './use-diagnosis.ts'
import { useFixStyles } from './use-fix-styles.ts'

interface Props extends ViewProps {
  readonly symptom: Symptom
  readonly answers: StepAnswers
  readonly onAnswer: (step: string, answer: StepAnswer) => void
  readonly onSymptom: (symptom: Symptom | undefined) => void
}

export function Walk(props: Props) {
  const { symptom, onAnswer, onSymptom, bridge, source, go, actions, description } = props
  const words = useWords()
  const { t } = words
  const styles = useFixStyles()
  const diagnosis = useDiagnosis(props)
  const [tool, setTool] = useState<string>()
  const headRef = useRef<HTMLHeadingElement>(null)
  const isLive = source.kind === 'this-pc'
  // Whoever has chosen with the keyboard reads on from the answer.
  useEffect(() => {
    headRef.current?.focus()
  }, [])
  const name = symptomName(words, symptom)
  const cause = diagnosis?.steps.find(
    ({ id, finding }) => id === diagnosis.deciding && finding !== null,
  )
  const openTool = (wanted: string) => {
    if (wanted === 'connections') go('connections')
    else setTool(wanted === tool ? undefined : wanted)
  }
  const pages = { sources: description.catalogue.sources, onOpen: actions.openSource }
  const label = { cause: 'do', 'needs-you': 'try', 'nothing-found': 'left' } as const
  return (
    <div className="page">
      <nav className="crumbs" aria-label={t('doctor.title')}>
        <button
          type="button"
          className="link"
          onClick={() => {
            onSymptom(undefined)
          }}
        >
          {t('doctor.back')}
        </button>
        <ChevronRight16Regular aria-hidden />
        <span>{name}</span>
      </nav>
      <h1 ref={headRef} tabIndex={-1} className="title">
        {diagnosis === undefined ? name : outcomeWords(words, diagnosis)}
      </h1>
      {diagnosis !== undefined && (
        <p role="status" className={`soft ${styles.tally}`}>
          {tallyWords(words, diagnosis)}
        </p>
      )}
      <PcFactsFailure {...props} />
      {diagnosis !== undefined && (
        <div className={styles.columns}>
          <div className="stack">
            {diagnosis.next !== null && (
              <section
                className={`card finding ${styles.next}`}
                aria-label={t(`doctor.${label[diagnosis.outcome]}`)}
              >
                {cause?.finding != null && (
                  <>
                    <h2 className="finding-title">{findingTitle(words, cause.finding)}</h2>
                    <p>{stepEvidence(words, cause)}</p>
                  </>
                )}
                <ActionSteps
                  action={diagnosis.next as FindingAction}
                  label={t(`doctor.${label[diagnosis.outcome]}`)}
                  about={name}
                  {...{ isLive, bridge }}
                />
                {cause !== undefined && (
                  <WalkSources steps={[cause]} about={stepName(words, cause)} {...pages} />
                )}
                {/* Where nothing is wrong, nothing is going to tick itself. */}
                {(!isLive || diagnosis.outcome !== 'nothing-found') && (
                  <p className={`soft ${styles.watching}`}>
                    {t(isLive ? 'doctor.watching' : 'doctor.opened')}
                  </p>
                )}
              </section>
            )}
            <section aria-labelledby="walk-steps">
              <h2 id="walk-steps" className="head">
                {t('doctor.checked')}
              </h2>
              <ol className={`card rows ${styles.steps}`}>
                {diagnosis.steps.map((step) => (
                  <StepRow
                    key={step.id}
                    step={step}
                    name={stepName(words, step)}
                    evidence={stepEvidence(words, step)}
                    isCause={
                      diagnosis.outcome === 'cause' &&
                      diagnosis.cause?.code !== 'leftovers' &&
                      step.id === diagnosis.deciding
                    }
                    isLive={isLive}
                    onAnswer={onAnswer}
                    onTool={openTool}
                  />
                ))}
              </ol>
              <WalkSources steps={diagnosis.steps} about={t('doctor.checked')} {...pages} />
            </section>
            <Suspense>
              {tool === 'recorder' && isLive && (
                <RecorderView bridge={bridge} onSave={actions.saveReport} />
              )}
              {tool === 'errors' && (
                <ErrorLookUp bridge={bridge} sources={pages.sources} onOpenSource={pages.onOpen} />
              )}
            </Suspense>
          </div>
          <div className="stack">
            <Ticket diagnosis={diagnosis} {...props} />
            <section className="card others" aria-labelledby="walk-others">
              <h2 id="walk-others" className="head">
                {t('doctor.others')}
              </h2>
              <SymptomList
                symptoms={symptoms.filter((one) => one !== symptom)}
                onChoose={onSymptom}
              />
            </section>
          </div>
        </div>
      )}
    </div>
  )
}
