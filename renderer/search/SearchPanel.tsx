/** The answers below the search. */
import type { AppDescription, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { ViewProps } from '../frame/view-props.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { useWords } from '../text/words-context.ts'
import { AnswerParts } from '../what-is/AnswerParts.tsx'
import { LineList } from '../what-is/LineList.tsx'
import { spokenAnswer } from '../what-is/spoken-answer.ts'
import { useWhatIs } from '../what-is/use-what-is.ts'

interface Props {
  readonly text: string
  readonly leftOut: number
  readonly bridge: InspectorBridge
  readonly description: AppDescription
  readonly state: InspectionState
  readonly go: ViewProps['go']
  readonly onTake: (text: string) => void
  readonly onClose: () => void
  readonly onOpenSource: (sourceKey: string) => void
}

export function SearchPanel({ text, leftOut, bridge, description, state, ...props }: Props) {
  const words = useWords()
  const { t } = words
  const { catalogue } = description
  const { shown, retry } = useWhatIs(bridge, text, words.language)
  const found = 'answer' in shown ? shown.answer : undefined
  const answer = found && { ...found, leftOut: found.leftOut + leftOut }
  return (
    <div className="search-answer" aria-busy={shown.state === 'asking'}>
      <p className="spoken-only" role="status">
        {shown.state === 'answered' && spokenAnswer(words, shown.answer, catalogue)}
        {shown.state === 'failed' && t('whatIs.failed.title')}
      </p>
      {shown.state === 'failed' && (
        <>
          <p>{t('whatIs.failed.body')}</p>
          <button type="button" className="button" onClick={retry}>
            {t('whatIs.failed.retry')}
          </button>
        </>
      )}
      {answer !== undefined && (
        <AnswerParts
          // A new name is a new page: what was looked up for the one before does not belong to it.
          key={`${answer.name} ${answer.line}`}
          answer={answer}
          bridge={bridge}
          catalogue={catalogue}
          processes={state.inspection?.processes}
          onTake={props.onTake}
          onOpenEntry={(id) => {
            props.onClose()
            props.go('processes', id)
          }}
          onOpenSource={props.onOpenSource}
        />
      )}
      {answer !== undefined && answer.lines.length > 1 && (
        <LineList answer={answer} catalogue={catalogue} />
      )}
    </div>
  )
}
