/** The title of Connections, when was checked, and the button that starts a check and cancels it. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useId } from 'react'
import { NotLive } from '../parts/NotLive.tsx'
import { clockTime, dayAndTime } from '../text/times.ts'
import { useWords } from '../text/words-context.ts'
import type { ConnectionsState } from './connections-state.ts'
import { durationWords } from './durations.ts'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    marginBottom: '12px',
  },
  title: { flex: '1', margin: 0 },
})

interface Props {
  readonly state: ConnectionsState
  /** False where something else asks to be done first. */
  readonly isPrimary: boolean
  /** Out of an opened report: nothing can be checked. */
  readonly isRecorded: boolean
  readonly onCheck: () => void
  readonly onCancel: () => void
}

export function CheckHead({ state, isPrimary, isRecorded, onCheck, onCancel }: Props) {
  const words = useWords()
  const { t, language } = words
  const styles = useStyles()
  const text = useTextStyles()
  const whyId = useId()
  const { check, running } = state
  const isOff = isRecorded || running?.isCancelling === true
  const name = isRecorded
    ? 'check'
    : running !== undefined
      ? running.isCancelling
        ? 'cancelling'
        : 'cancel'
      : check === undefined
        ? 'check'
        : 'checkAgain'
  return (
    <div className={styles.head}>
      <h1 className={mergeClasses('title', styles.title)}>{t('frame.view.connections')}</h1>
      {check !== undefined && running === undefined && (
        <span className={text.figures}>
          {[
            t('connectionView.answer.checkedAt', {
              time: isRecorded
                ? dayAndTime(language, check.startedAtUtc)
                : clockTime(check.startedAtUtc),
            }),
            t('connectionView.answer.took', { time: durationWords(words, check.elapsedMs) }),
          ].join(' · ')}
        </span>
      )}
      {isRecorded && (
        <div id={whyId}>
          <NotLive />
        </div>
      )}
      <button
        type="button"
        className={isPrimary && !isOff ? 'button primary' : 'button'}
        aria-disabled={isOff}
        {...(isRecorded && { 'aria-describedby': whyId })}
        onClick={() => {
          if (isOff) return
          if (running === undefined) onCheck()
          else onCancel()
        }}
      >
        {t(`connectionView.answer.${name}`)}
      </button>
    </div>
  )
}
