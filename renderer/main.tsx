/** The start of the window. The first questions, the styles' nonce, and React. */
// First of all imports: it asks while the others are still being evaluated.
import { firstAnswers } from './first-answers.ts'
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './frame/App.tsx'
import { ErrorBoundary } from './frame/ErrorBoundary.tsx'
import { loadWords } from './text/load-words.ts'
import { startLanguage } from './text/use-language.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content
// Without the nonce the content security policy refuses every style that Fluent makes.
const renderer = createDOMRenderer(document, {
  styleElementAttributes: nonce === undefined ? {} : { nonce },
})

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id root.')

/** On a busy PC Electron may begin a page without its preload; loading it once more has been enough. */
function beginAgainOnce(): void {
  const [how] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (window.inspector === undefined && how?.type === 'navigate') window.location.reload()
}

beginAgainOnce()
const reactRoot = createRoot(root)
// While the answers are on their way, the words that they will most likely ask for.
void loadWords(startLanguage(undefined))
void firstAnswers.then(async (first) => {
  const { description } = first
  await loadWords(startLanguage(description?.ok === true ? description.value.language : undefined))
  reactRoot.render(
    <StrictMode>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <ErrorBoundary>
          <App first={first} />
        </ErrorBoundary>
      </RendererProvider>
    </StrictMode>,
  )
})
