/** The card with the answer and what to do next. Before the first check: what it does, and the way to start it. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ShieldCheckmark24Regular, Warning24Regular } from '@fluentui/react-icons'
import { useEffect, useId, useRef } from 'react'
import { overallWords } from '../../shared/text/connection-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { NotLive } from '../frame/NotLive.tsx'
import { useWords } from '../text/words-context.ts'
import type { ShownAnswer } from './answer.ts'
import { AfterWords, BeforeWords } from './AnswerWords.tsx'
import { CheckProgress } from './CheckProgress.tsx'
import type { ConnectionsState, RunningCheck } from './connections-state.ts'
import { TroubleList } from './TroubleList.tsx'
import { useTextStyles } from './use-text-styles.ts'
import type { Link } from './way/way.ts'
import { WayPicture } from './way/WayPicture.tsx'

const useStyles = makeStyles({
  card: { display: 'grid', gap: '16px' },
  words: { display: 'grid', gap: '4px', maxWidth: '76ch' },
  title: { display: 'flex', gap: '10px', alignItems: 'flex-start' },
  sign: { flexShrink: 0, marginTop: '1px' },
  signGood: { color: tokens.colorStatusSuccessForeground1 },
  signAttention: { color: tokens.colorStatusWarningForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  picture: {
    padding: '16px 16px 12px',
    borderRadius: '6px',
    border: `1px solid ${tokens.colorNeutralStroke3}`,
  },
})

export interface CheckActions {
  readonly onCheck: () => void
  readonly onRetry: () => void
  readonly onCancel: () => void
  /** Opens the row of a server and goes there. */
  readonly onShow: (endpointId: string) => void
}

interface Props extends CheckActions {
  readonly state: ConnectionsState
  readonly answer: ShownAnswer | undefined
  readonly links: readonly Link[]
  readonly retryCount: number
  /** Out of an opened report: nothing can be checked. */
  readonly isRecorded?: boolean
}

export function AnswerCard(props: Props) {
  const { state, answer, links, isRecorded = false } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const titleId = useId()
  const whyId = useId()
  const { running } = state
  const buttonsRef = useRef<HTMLDivElement>(null)
  const isRunning = running !== undefined
  const wasRunningRef = useRef(isRunning)
  useEffect(() => {
    if (wasRunningRef.current === isRunning) return
    wasRunningRef.current = isRunning
    // The button that was pressed has gone: the keyboard goes on with the one in its place.
    if (document.activeElement !== document.body) return
    buttonsRef.current?.querySelector('button')?.focus()
  }, [isRunning])
  const shown = running === undefined ? answer : undefined
  return (
    <section
      className={mergeClasses('card finding', shown?.tone, styles.card)}
      aria-labelledby={titleId}
    >
      <div className={styles.words}>
        <h2 id={titleId} className={mergeClasses(text.answer, styles.title)}>
          {shown !== undefined && shown.tone !== 'neutral' && <ToneSign tone={shown.tone} />}
          <span>{titleOf(words, running, shown)}</span>
        </h2>
        {running === undefined &&
          shown === undefined &&
          (isRecorded ? <p>{t('services.notHeld')}</p> : <BeforeWords state={state} />)}
        {shown !== undefined && <AfterWords state={state} answer={shown} isRecorded={isRecorded} />}
      </div>
      {running !== undefined && <CheckProgress running={running} />}
      <div className={styles.picture}>
        <WayPicture links={links} />
      </div>
      {shown !== undefined && !shown.isSweeping && shown.trouble.length > 0 && (
        <TroubleList rows={shown.trouble} onShow={props.onShow} />
      )}
      <div className={styles.buttons} ref={buttonsRef}>
        {isRecorded ? (
          <>
            <Button disabledFocusable aria-describedby={whyId}>
              {t('connectionView.answer.check')}
            </Button>
            <div id={whyId}>
              <NotLive />
            </div>
          </>
        ) : running !== undefined ? (
          <Button onClick={props.onCancel} disabledFocusable={running.isCancelling}>
            {running.isCancelling
              ? t('connectionView.answer.cancelling')
              : t('connectionView.answer.cancel')}
          </Button>
        ) : (
          <StartButtons {...props} />
        )}
      </div>
    </section>
  )
}

function ToneSign({ tone }: { readonly tone: 'good' | 'attention' }) {
  const styles = useStyles()
  return tone === 'good' ? (
    <ShieldCheckmark24Regular className={mergeClasses(styles.sign, styles.signGood)} aria-hidden />
  ) : (
    <Warning24Regular className={mergeClasses(styles.sign, styles.signAttention)} aria-hidden />
  )
}

function titleOf(
  words: Words,
  running: RunningCheck | undefined,
  answer: ShownAnswer | undefined,
): string {
  if (running !== undefined) {
    return running.kind === 'all'
      ? words.t('connectionView.answer.checking')
      : words.t('connectionView.answer.checkingAgain')
  }
  if (answer === undefined) return words.t('connectionView.answer.beforeTitle')
  return overallWords(words, answer.overall).title
}

function StartButtons({ answer, retryCount, onCheck, onRetry }: Props) {
  const { t } = useWords()
  // To try again all that there is would be the same as to check again.
  const canRetry = answer !== undefined && retryCount > 0 && retryCount < answer.total
  return (
    <>
      {canRetry && (
        <Button appearance="primary" onClick={onRetry}>
          {answer.trouble.length > 0
            ? t('connectionView.answer.retry', { count: retryCount })
            : t('connectionView.answer.rest', { count: retryCount })}
        </Button>
      )}
      <Button appearance={canRetry ? 'secondary' : 'primary'} onClick={onCheck}>
        {answer === undefined
          ? t('connectionView.answer.check')
          : t('connectionView.answer.checkAgain')}
      </Button>
    </>
  )
}
