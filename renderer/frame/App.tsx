/** The window: start, failure, or this PC. */
import { useEffect, useState } from 'react'
import { readBridge } from '../bridge.ts'
import type { FirstAnswers } from '../first-answers.ts'
import { useAppDescription } from '../inspection/use-app-description.ts'
import { useInspection } from '../inspection/use-inspection.ts'
import { useLanguage } from '../text/use-language.ts'
import { WordsContext } from '../text/words-context.ts'
import { MainView } from './MainView.tsx'
import { StartView } from './StartView.tsx'
import { afterFirstPicture } from '../parts/after-first-picture.ts'
import { later, loadLaterParts } from '../parts/later.tsx'

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
