/** The words below the answer's sentence. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { Endpoint } from '../../shared/catalogue/endpoints.ts'
import { overallWords } from '../../shared/text/connection-words.ts'
import { clockTime, dayAndTime } from '../text/times.ts'
import { useWords } from '../text/words-context.ts'
import type { ShownAnswer } from './answer.ts'
import type { ConnectionsState } from './connections-state.ts'
import { durationWords } from './durations.ts'
import { useTextStyles } from './use-text-styles.ts'

const useStyles = makeStyles({ quiet: { marginTop: '2px' } })

/** What Apple no longer names is left out. */
function isAsked({ fate }: Endpoint): boolean {
  return fate.state !== 'gone'
}

export function BeforeWords({ state: { description } }: { readonly state: ConnectionsState }) {
  const { t } = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  const count =
    description.state === 'ready' ? description.value.endpoints.filter(isAsked).length : 0
  return (
    <>
      <p>
        {count > 0
          ? t('connectionView.answer.before', { count })
          : t('connectionView.answer.beforeUnknown')}
      </p>
      <p className={mergeClasses(text.soft, styles.quiet)}>
        {t('connectionView.answer.beforeQuiet')}
      </p>
    </>
  )
}

export function AfterWords({
  state: { check },
  answer,
  isRecorded,
}: {
  readonly state: ConnectionsState
  readonly answer: ShownAnswer
  readonly isRecorded: boolean
}) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const { means, next } = overallWords(words, answer.overall)
  const { reached, total, goneSilent, issuers } = answer
  const meta = [
    check &&
      t('connectionView.answer.checkedAt', {
        time: isRecorded
          ? dayAndTime(words.language, check.startedAtUtc)
          : clockTime(check.startedAtUtc),
      }),
    check && t('connectionView.answer.took', { time: durationWords(words, check.elapsedMs) }),
    t('connectionView.answer.reached', { reached, total }),
  ].filter((part) => part !== undefined)
  return (
    <>
      <p>{means}</p>
      <p>{next}</p>
      {issuers.length > 0 && (
        <p className={mergeClasses(text.strong, text.foreign)}>
          {t('connectionView.answer.readBy', {
            issuer: issuers.join(', '),
          })}
        </p>
      )}
      {goneSilent > 0 && <p>{t('connectionView.answer.goneSilent', { count: goneSilent })}</p>}
      <p className={mergeClasses(text.soft, text.figures, styles.quiet)}>{meta.join(' · ')}</p>
    </>
  )
}
