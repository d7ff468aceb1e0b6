/** "Fix a problem": the symptoms to choose from, and the walk from one of them to the one thing to do. */
import { useEffect, useState } from 'react'
import { symptoms, type Symptom } from '../../shared/model/symptom.ts'
import type { StepAnswers, Walk as Begun } from '../../shared/model/diagnosis.ts'
import { ErrorLookUp } from '../connections/errors/ErrorLookUp.tsx'
import { NotLive } from '../parts/NotLive.tsx'
import type { ViewProps } from '../view/view-props.ts'
import { RecorderView } from '../recorder/RecorderView.tsx'
import { PcFactsFailure } from '../view/PcFactsFailure.tsx'
import { useWords } from '../text/words-context.ts'
import { SymptomList } from './SymptomList.tsx'
import { Walk } from './Walk.tsx'

type AllAnswers = Readonly<Partial<Record<Symptom, StepAnswers>>>
const noAnswers: StepAnswers = {}

function answersOf(walk: Begun | null | undefined): AllAnswers {
  return walk === null || walk === undefined ? {} : { [walk.symptom]: walk.answers }
}

export function FixView(props: ViewProps) {
  const { bridge, description, source, actions, go, target } = props
  const { t } = useWords()
  const isLive = source.kind === 'this-pc'
  // Of this PC where somebody was when the program was closed; of a report what its maker was looking into.
  const begun = isLive ? props.choices.walk : source.walk
  const [symptom, setSymptom] = useState<Symptom | undefined>(begun?.symptom)
  const [left, setLeft] = useState<Symptom>()
  const [answers, setAnswers] = useState<AllAnswers>(answersOf(begun))
  const [seen, setSeen] = useState<ViewProps['target']>()
  const [shownSource, setShownSource] = useState(source.id)
  if (shownSource !== source.id) {
    setShownSource(source.id)
    setLeft(undefined)
    setSymptom(begun?.symptom)
    setAnswers(answersOf(begun))
  }
  if (target !== seen) {
    setSeen(target)
    if (target?.view === 'fix') setSymptom(symptoms.find((one) => one === target.id))
  }
  const { remember } = props
  useEffect(() => {
    if (!isLive) return
    remember({
      walk: symptom === undefined ? null : { symptom, answers: answers[symptom] ?? noAnswers },
    })
  }, [isLive, symptom, answers, remember])
  if (symptom !== undefined) {
    return (
      <Walk
        {...props}
        key={symptom}
        symptom={symptom}
        answers={answers[symptom] ?? noAnswers}
        onAnswer={(step, answer) => {
          setAnswers({ ...answers, [symptom]: { ...answers[symptom], [step]: answer } })
        }}
        onSymptom={(next) => {
          setLeft(symptom)
          setSymptom(next)
        }}
      />
    )
  }
  return (
    <div className="page">
      <h1 className="title">{t('doctor.title')}</h1>
      <p className="soft">{t('doctor.chooseHint')}</p>
      <PcFactsFailure {...props} />
      <h2 className="head">{t('doctor.choose')}</h2>
      <SymptomList symptoms={symptoms} onChoose={setSymptom} isDoor left={left} />
      <div className="stack">
        <ErrorLookUp
          bridge={bridge}
          sources={description.catalogue.sources}
          onOpenSource={actions.openSource}
        />
        <section className="card" aria-labelledby="fix-check">
          <h2 id="fix-check" className="head">
            {t('frame.fix.check')}
          </h2>
          <p>{t('frame.fix.checkBody')}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              go('connections')
            }}
          >
            {t('frame.fix.checkOpen')}
          </button>
        </section>
        {isLive ? <RecorderView bridge={bridge} onSave={actions.saveReport} /> : <NotLive />}
      </div>
    </div>
  )
}
