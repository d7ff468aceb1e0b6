/** The Plug in view: what happens while an iPhone is plugged in. Before, during and after a recording. */
import { makeStyles } from '@fluentui/react-components'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { recordingWords } from '../../shared/text/recording-words.ts'
import type { Words } from '../../shared/text/words.ts'
import { FailurePanel } from '../parts/FailurePanel.tsx'
import { useWords } from '../text/words-context.ts'
import { containerName } from './breakpoints.ts'
import { LaneTable } from './LaneTable.tsx'
import { RecorderCard } from './RecorderCard.tsx'
import { TimelinePicture } from './TimelinePicture.tsx'
import { useRecorder, type RecorderState } from './use-recorder.ts'

const useStyles = makeStyles({
  view: { containerType: 'inline-size', containerName },
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '20px',
    maxWidth: '1320px',
    margin: '0 auto',
  },
})

interface Props {
  readonly bridge: InspectorBridge
  /** Saves the report, with the last recording in it. */
  readonly onSave: () => void
}

export function RecorderView({ bridge, onSave }: Props) {
  const words = useWords()
  const styles = useStyles()
  const { state, start, stop } = useRecorder(bridge)
  const shown =
    state.phase === 'recording'
      ? state.soFar
      : state.phase === 'after'
        ? state.recording
        : undefined
  return (
    <section className={styles.view} aria-label={words.t('recorder.title')}>
      <div className="spoken-only" role="status">
        {announcement(words, state)}
      </div>
      <div className={styles.page}>
        {state.phase === 'failed' && (
          <FailurePanel failure={state.failure} onRetry={start} onCopy={bridge.copyText} />
        )}
        {state.phase !== 'failed' && (
          <RecorderCard state={state} onStart={start} onStop={stop} onSave={onSave} />
        )}
        {shown !== undefined && (
          <TimelinePicture recording={shown} isGoingOn={state.phase === 'recording'} />
        )}
        {state.phase === 'after' && <LaneTable recording={state.recording} />}
      </div>
    </section>
  )
}

/** The beginning, the end and what came of it: nothing in between. */
function announcement(words: Words, state: RecorderState): string {
  if (state.phase === 'recording') return words.t('recorder.during.announce')
  if (state.phase === 'failed') return words.t('recorder.after.failed')
  if (state.phase === 'before') return ''
  const { title, sentences } = recordingWords(words, state.recording)
  return words.t('recorder.after.announce', { verdict: [`${title}.`, ...sentences].join(' ') })
}
