/** The window before it has its catalogue, or without it. */
import type { InspectorBridge, RequestFailure } from '../../shared/ipc/channels.ts'
import { useWords } from '../text/words-context.ts'
import { later } from '../parts/later.tsx'

const FailurePanel = later(async () => (await import('../parts/FailurePanel.tsx')).FailurePanel)
const Waiting = later(async () => (await import('../parts/Waiting.tsx')).Waiting)

interface Props {
  readonly failure: RequestFailure | undefined
  readonly onRetry: () => void
  readonly onCopy: InspectorBridge['copyText']
}

export function StartView({ failure, onRetry, onCopy }: Props) {
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
