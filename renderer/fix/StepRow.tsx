/** One step of a walk: its sign, what it is, what it rests on, and what a person can answer. */
import { label } from '../../shared/text/label.ts'
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  DismissCircle20Filled,
  Person20Regular,
  SubtractCircle20Regular,
} from '@fluentui/react-icons'
import { stepAnswers, type DiagnosedStep, type StepAnswer } from '../../shared/model/diagnosis.ts'
import { useWords } from '../text/words-context.ts'
import { useFixStyles } from './use-fix-styles.ts'

const signs = {
  done: CheckmarkCircle20Filled,
  failed: DismissCircle20Filled,
  'needs-you': Person20Regular,
  'not-here': SubtractCircle20Regular,
  'could-not-look': Circle20Regular,
} as const

interface Props {
  readonly step: DiagnosedStep
  readonly name: string
  readonly evidence: string
  readonly isCause: boolean
  readonly isLive: boolean
  readonly onAnswer: (step: string, answer: StepAnswer) => void
  readonly onTool: (tool: string) => void
}

const tools = ['recorder', 'connections', 'errors'] as const

export function StepRow({ step, name, evidence, isCause, isLive, onAnswer, onTool }: Props) {
  const { t } = useWords()
  const styles = useFixStyles()
  const { id, state, answer, action, finding } = step
  const Sign = signs[state]
  const tool = tools.find((one) => one === step.tool)
  // Red is only what is serious: a step that fails is no more than its finding.
  const isSerious = finding?.severity === 'danger'
  const isAsked = action !== null && (state === 'needs-you' || answer !== null)
  const canAnswer = isAsked && (finding === null || state === 'needs-you' || answer !== null)
  return (
    <li className={styles.step} data-state={state}>
      <Sign aria-hidden className={isSerious ? styles.serious : styles[state]} />
      <div>
        <b>{name}</b>
        <small>{evidence}</small>
      </div>
      <div className="buttons">
        {isCause && (
          <span className={isSerious ? 'pill danger' : 'pill attention'}>{t('doctor.cause')}</span>
        )}
        {tool !== undefined && state !== 'not-here' && (isLive || tool === 'errors') && (
          <button
            type="button"
            className="button"
            aria-label={`${label({ t }, t(`doctor.tool.${tool}`))} ${name}`}
            onClick={() => {
              onTool(tool)
            }}
          >
            {t(`doctor.tool.${tool}`)}
          </button>
        )}
        {canAnswer && (
          <div role="group" aria-label={`${name}. ${t('doctor.ask')}`} className="buttons">
            {stepAnswers.map((one) => (
              <button
                key={one}
                type="button"
                className="button"
                aria-pressed={answer === one}
                aria-label={`${label({ t }, t(`doctor.answer.${one}`))} ${name}`}
                onClick={() => {
                  onAnswer(id, one)
                }}
              >
                {t(`doctor.answer.${one}`)}
              </button>
            ))}
          </div>
        )}
      </div>
    </li>
  )
}
