/** The connection to one name, step by step. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ConnectionResult } from '../../../shared/model/connection.ts'
import type { ConnectionTrial, Step, StepName } from '../../../shared/model/connection-steps.ts'
import { stepWords } from '../../../shared/text/connection-words.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { FactList } from '../../parts/facts/FactList.tsx'
import { useWords } from '../../text/words-context.ts'
import { durationWords } from '../durations.ts'
import { Sign } from '../Sign.tsx'
import { stepDetails } from './step-details.ts'
import { useTextStyles } from '../../theme/text-styles.ts'

const stepOrder = [
  'name',
  'address',
  'tcp',
  'proxy',
  'tls',
  'certificate',
] as const satisfies readonly StepName[]

/** Steps that such a connection has not: their absence says nothing. */
const beside: readonly string[] = ['no-proxy', 'no-tls-here', 'literal-address']

const useStyles = makeStyles({
  step: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', gap: '0 8px' },
  trials: { display: 'grid', gap: '8px' },
})

export function TargetFacts({ result }: { readonly result: ConnectionResult }) {
  const { t } = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  const { host, port, trials, hostsLine } = result
  return (
    <div>
      <h3 className={mergeClasses(text.label, text.foreign)}>
        {t('connectionView.details.tried', { host: shortText(host, 100), port })}
      </h3>
      {hostsLine !== null && (
        <p className={text.small}>{t('connectionView.details.hostsLine', { line: hostsLine })}</p>
      )}
      <div className={styles.trials}>
        {trials.map((trial, index) => (
          // The ways are tried in one order, which never changes afterwards.
          <TrialFacts key={index} trial={trial} />
        ))}
      </div>
    </div>
  )
}

function TrialFacts({ trial }: { readonly trial: ConnectionTrial }) {
  const words = useWords()
  const { t } = words
  const { way, steps } = trial
  const shown = stepOrder.filter((name) => {
    const step: Step<unknown> = steps[name]
    return step.state === 'known' || !beside.includes(step.reason)
  })
  return (
    <FactList
      facts={[
        {
          name: t('connectionView.details.way'),
          values: [
            way.kind === 'direct'
              ? t('connectionView.details.direct')
              : t('connectionView.details.proxy', {
                  host: shortText(way.host, 100),
                  port: way.port,
                }),
          ],
        },
        ...shown.map((name) => ({
          name: stepWords(words, name, steps[name]).title,
          values: [<StepLine key="step" trial={trial} name={name} />],
        })),
      ]}
    />
  )
}

interface StepLineProps {
  readonly trial: ConnectionTrial
  readonly name: StepName
}

function StepLine({ trial, name }: StepLineProps): ReactNode {
  const words = useWords()
  const step: Step<unknown> = trial.steps[name]
  const { reason } = stepWords(words, name, step)
  const lines = stepDetails(words, trial, name)
  const styles = useStyles()
  const text = useTextStyles()
  const isKnown = step.state === 'known'
  const [first, ...rest] = reason === undefined ? lines : [reason, ...lines]
  const head = [
    first ?? words.t('connectionView.details.done'),
    ...(step.state === 'skipped' ? [] : [durationWords(words, step.elapsedMs)]),
  ]
  return (
    <span className={styles.step}>
      <Sign kind={isKnown ? 'good' : step.state === 'skipped' ? 'empty' : 'attention'} />
      <span>
        <span className={text.foreign}>{head.join(' · ')}</span>
        {rest.map((line, index) => (
          <span key={index} className={mergeClasses(text.foreign, text.soft)} style={block}>
            {line}
          </span>
        ))}
      </span>
    </span>
  )
}

const block = { display: 'block' } as const
