/** Says that what this PC has could not be read, with another try; nothing where it could, or where nobody asked. */
import type { ViewProps } from './view-props.ts'
import { useWords } from '../text/words-context.ts'
import { FailurePanel } from '../parts/FailurePanel.tsx'

export function PcFactsFailure({
  bridge,
  pcFacts,
  pcFailure,
}: Pick<ViewProps, 'bridge' | 'pcFacts' | 'pcFailure'>) {
  const { t } = useWords()
  if (pcFailure === undefined) return null
  return (
    <FailurePanel
      failure={pcFailure.why}
      remark={pcFacts === undefined ? undefined : t('allProcesses.stale')}
      onRetry={pcFailure.retry}
      onCopy={bridge.copyText}
    />
  )
}
