/** The window: start, failure, or this PC. */
import { useEffect, useState } from 'react'
import { readBridge } from '../bridge.ts'
import type { FirstAnswers } from '../first-answers.ts'
import { useAppDescription } from '../inspection/use-app-description.ts'
import type { InspectorBridge, RequestFailure } from '../../shared/ipc/channels.ts'
import { useInspection } from '../inspection/use-inspection.ts'
import { useLanguage } from '../text/use-language.ts'
import { useWords, WordsContext } from '../text/words-context.ts'
import { MainView } from './MainView.tsx'
import { afterFirstPicture } from '../parts/after-first-picture.ts'
import { later, loadLaterParts } from '../parts/later.tsx'

const FailurePanel = later(async () => (await import('../parts/FailurePanel.tsx')).FailurePanel)
const Waiting = later(async () => (await import('../parts/Waiting.tsx')).Waiting)
const FocusMarks = later(async () => (await import('../parts/FocusMarks.tsx')).FocusMarks)

interface Props {
  /** What came in before the first drawing. */
  readonly first?: FirstAnswers | undefined
}

export function App({ first }: Props) {
  const [bridge] = useState(readBridge)
  const { answer, retry } = useAppDescription(bridge, first?.description)
  const inspection = useInspection(bridge, first?.inspection)
  const described = answer.state === 'ready' ? answer.description : undefined
  // Asked for by what has been drawn: before React has, the next frame is not yet the first picture.
  useEffect(
    () =>
      afterFirstPicture(() => {
        void loadLaterParts()
      }),
    [],
  )
  const { words, choose } = useLanguage(bridge, described?.language)
  return (
    <WordsContext value={words}>
      <FocusMarks />
      {described === undefined ? (
        <StartView
          failure={answer.state === 'failed' ? answer.failure : undefined}
          onRetry={retry}
          onCopy={bridge.copyText}
        />
      ) : (
        <MainView
          bridge={bridge}
          description={described}
          inspection={inspection}
          onChooseLanguage={choose}
        />
      )}
    </WordsContext>
  )
}

interface StartProps {
  readonly failure: RequestFailure | undefined
  readonly onRetry: () => void
  readonly onCopy: InspectorBridge['copyText']
}

/** Before it has its catalogue, or without it. */
function StartView({ failure, onRetry, onCopy }: StartProps) {
  const { t } = useWords()
  return (
    <main className="start-view">
      {failure === undefined && <Waiting size="small" label={t('window.overview.looking')} />}
      {failure !== undefined && (
        <FailurePanel failure={failure} onRetry={onRetry} onCopy={onCopy} />
      )}
    </main>
  )
}
