/** What will be done, what to do now, or what came of it: one card, with the buttons that go with it. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef } from 'react'
import { recordingWords } from '../../shared/text/recording-words.ts'
import { useTextStyles } from '../theme/text-styles.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { Countdown } from './Countdown.tsx'
import type { RecorderState } from './use-recorder.ts'

const useStyles = makeStyles({
  card: { padding: '14px 16px', display: 'grid', gap: '12px' },
  words: { display: 'grid', gap: '6px', maxWidth: '76ch' },
  sentences: { display: 'grid', gap: '4px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  /** One card among others, until something is recorded. */
  offer: { margin: 0 },
  going: { border: `1px solid ${tokens.colorBrandStroke1}` },
})

type Shown = Exclude<RecorderState, { readonly phase: 'failed' }>

interface Props {
  readonly state: Shown
  readonly onStart: () => void
  readonly onStop: () => void
  readonly onSave: () => void
}

export function RecorderCard({ state, onStart, onStop, onSave }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const card = useCard()
  const titleId = useId()
  const buttonsRef = useRef<HTMLDivElement>(null)
  const { phase } = state
  const lastPhaseRef = useRef(phase)
  useEffect(() => {
    if (lastPhaseRef.current === phase) return
    lastPhaseRef.current = phase
    // The button that was pressed has gone: the keyboard goes on with the one in its place.
    if (document.activeElement !== document.body) return
    buttonsRef.current?.querySelector('button')?.focus()
  }, [phase])
  return (
    <section
      className={mergeClasses(card, styles.card, phase === 'recording' && styles.going)}
      aria-labelledby={titleId}
    >
      <CardWords state={state} titleId={titleId} />
      {phase === 'recording' && (
        <Countdown elapsedMs={state.soFar?.durationMs} plannedMs={state.soFar?.plannedMs} />
      )}
      <div className={styles.buttons} ref={buttonsRef}>
        {phase === 'before' && (
          <Button key="start" appearance="primary" onClick={onStart}>
            {t('recorder.before.start')}
          </Button>
        )}
        {phase === 'recording' && (
          <Button key="stop" onClick={onStop} disabledFocusable={state.isStopping}>
            {state.isStopping ? t('recorder.during.stopping') : t('recorder.during.stop')}
          </Button>
        )}
        {phase === 'after' && (
          <>
            <Button key="again" appearance="primary" onClick={onStart}>
              {t('recorder.after.again')}
            </Button>
            <Button key="save" onClick={onSave} aria-keyshortcuts="Control+S">
              {t('recorder.after.save')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

function CardWords({ state, titleId }: { readonly state: Shown; readonly titleId: string }) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const verdict = state.phase === 'after' ? recordingWords(words, state.recording) : undefined
  const title =
    verdict?.title ??
    (state.phase === 'recording' ? t('recorder.during.title') : t('recorder.before.title'))
  return (
    <div className={styles.words}>
      <h2
        id={titleId}
        className={state.phase === 'before' ? mergeClasses('head', styles.offer) : text.answer}
      >
        {title}
      </h2>
      {state.phase === 'before' && (
        <>
          <p>{t('recorder.before.text')}</p>
          <p className={text.soft}>{t('recorder.before.hint')}</p>
        </>
      )}
      {state.phase === 'recording' && <p>{t('recorder.during.text')}</p>}
      {verdict !== undefined && (
        <>
          <ul className={styles.sentences}>
            {verdict.sentences.map((sentence) => (
              <li key={sentence} className={text.foreign}>
                {sentence}
              </li>
            ))}
          </ul>
          <p className={text.soft}>{t('recorder.after.names')}</p>
        </>
      )}
    </div>
  )
}
