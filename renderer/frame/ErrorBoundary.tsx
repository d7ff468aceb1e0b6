/** What is shown when drawing itself breaks. The same error panel as for everything else, never a blank window. */
import { Component, type ReactNode } from 'react'
import { languageFromTag } from '../../shared/text/languages.ts'
import { readBridge } from '../bridge.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'
import { englishWords, loadedWords } from '../text/load-words.ts'
import { WordsContext } from '../text/words-context.ts'
import { later } from '../parts/later.tsx'

const FailurePanel = later(
  async () => (await import('../parts/FailurePanel.tsx')).FailurePanel,
  ({ failure }) => <p>{failure.detail}</p>,
)

interface Props {
  readonly children: ReactNode
}

interface State {
  readonly detail: string | undefined
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { detail: undefined }

  static getDerivedStateFromError(thrown: unknown): State {
    return { detail: describeThrown(thrown) }
  }

  readonly #tryAgain = () => {
    this.setState({ detail: undefined })
  }

  override render() {
    const { detail } = this.state
    if (detail === undefined) return this.props.children
    // The language that the broken part had chosen is lost with it; the page still knows it.
    const words =
      loadedWords(languageFromTag(document.documentElement.lang) ?? 'en') ?? englishWords
    return (
      <WordsContext value={words}>
        <Broken detail={detail} onRetry={this.#tryAgain} />
      </WordsContext>
    )
  }
}

interface BrokenProps {
  readonly detail: string
  readonly onRetry: () => void
}

/** What cannot load its buttons says at least what was thrown. */
function Broken({ detail, onRetry }: BrokenProps) {
  return (
    <FailurePanel
      failure={{ code: 'internal', detail }}
      onRetry={onRetry}
      onCopy={async (text) => readBridge().copyText(text)}
    />
  )
}
