/** What is on the screen when drawing itself breaks? The same error panel as for everything else, never a blank window. */
import { Component, type ReactNode } from 'react'
import { languageFromTag } from '../../shared/text/languages.ts'
import { readBridge } from '../bridge.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'
import { englishWords, loadedWords } from '../text/load-words.ts'
import { WordsContext } from '../text/words-context.ts'
import { FailurePanel } from './FailurePanel.tsx'

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
        <FailurePanel
          failure={{ code: 'internal', detail }}
          onRetry={this.#tryAgain}
          onCopy={async (text) => readBridge().copyText(text)}
        />
      </WordsContext>
    )
  }
}
