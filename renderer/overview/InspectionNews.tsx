/** The answer on top of the list, why it is missing or old, and notices. */
import { useCallback, useMemo } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { InspectionStage } from '../../shared/model/inspection.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { Findings } from '../parts/facts/Findings.tsx'
import { useWords } from '../text/words-context.ts'
import { isOnlyExplained } from '../itunes-processes/headline.ts'
import { Overview } from '../itunes-processes/Overview.tsx'
import { rowOfFinding } from '../itunes-processes/row-of-finding.ts'
import { later } from '../parts/later.tsx'

const FailurePanel = later(async () => (await import('../parts/FailurePanel.tsx')).FailurePanel)
const SlowLook = later(async () => (await import('../parts/SlowLook.tsx')).SlowLook)

interface Props {
  readonly state: InspectionState
  readonly findings: readonly Finding[]
  readonly slowStage: InspectionStage | undefined
  readonly onCancel: () => void
  readonly onRetry: () => void
  readonly onCopy: InspectorBridge['copyText']
  readonly onShow: (rowId: string) => void
}

export function InspectionNews(props: Props) {
  const { state, findings: all, slowStage, onCancel, onRetry, onCopy, onShow } = props
  const { t } = useWords()
  const { inspection, failure } = state
  const processes = inspection?.processes
  const lookAlikes = inspection?.lookAlikes
  const rowOf = useCallback(
    (finding: Finding) =>
      processes && lookAlikes && rowOfFinding(finding, { processes, lookAlikes }),
    [processes, lookAlikes],
  )
  const isOld = inspection !== undefined && failure !== undefined
  const isSaid = inspection !== undefined && !isOld && isOnlyExplained(inspection, all)
  const findings = useMemo(
    () => (isSaid ? all.filter(({ code }) => code !== 'not-windows') : all),
    [isSaid, all],
  )
  return (
    <>
      {failure && (
        <FailurePanel
          failure={failure}
          remark={isOld ? undefined : t('window.overview.unknownHint')}
          onRetry={onRetry}
          onCopy={onCopy}
        />
      )}
      {(inspection !== undefined || failure === undefined) && (
        <Overview state={state} findings={all}>
          {inspection === undefined && slowStage !== undefined && (
            <SlowLook stage={slowStage} onCancel={onCancel} />
          )}
        </Overview>
      )}
      <Findings findings={findings} rowOf={rowOf} onShow={onShow} />
    </>
  )
}
