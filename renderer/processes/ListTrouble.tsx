/** Why there is no table, or an old one: a look that failed, a source without a list, a filter that hides every row. */
import type { ProcessListId } from '../../shared/model/list-options.ts'
import { FailurePanel } from '../parts/FailurePanel.tsx'
import type { LookFailure } from '../text/failure-words.ts'
import { useWords } from '../text/words-context.ts'
import { NoMatches } from './NoMatches.tsx'

interface Props {
  readonly failure: LookFailure | undefined
  readonly isFirstLook: boolean
  readonly list: ProcessListId
  readonly isLive: boolean
  /** Before the filter, and after it. */
  readonly rowCount: number
  readonly itemCount: number
  readonly filterText: string
  readonly onRetry: () => void
  readonly onCopy: Parameters<typeof FailurePanel>[0]['onCopy']
  readonly onList: (list: ProcessListId) => void
  readonly onClear: () => void
}

export function ListTrouble(props: Props) {
  const { failure, isFirstLook, list, isLive, rowCount, itemCount, onList, onClear } = props
  const { t } = useWords()
  const isAll = list === 'all'
  const isEmpty = rowCount === 0
  const showApple = () => {
    onList('apple')
  }
  return (
    <>
      {failure && (
        <FailurePanel
          failure={failure}
          remark={isFirstLook ? undefined : t('allProcesses.stale')}
          onRetry={props.onRetry}
          onCopy={props.onCopy}
        />
      )}
      {isAll && !isLive && isEmpty && <p className="soft">{t('frame.source.notLive')}</p>}
      {itemCount === 0 && !isFirstLook && (isLive || !isAll) && (
        <NoMatches
          filter={isEmpty ? undefined : props.filterText}
          list={list}
          onClear={isEmpty ? showApple : onClear}
        />
      )}
    </>
  )
}
