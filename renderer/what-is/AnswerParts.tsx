/** An answer to one line: the process itself, a warning, what else may be meant, an error number, or what is known of a foreign one. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { InspectedProcess } from '../../shared/model/inspection.ts'
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'
import {
  besideWords,
  entryOf,
  namedByWords,
  otherOf,
  runningOf,
} from '../../shared/text/what-is-words.ts'
import { ErrorMeaning } from '../connections/errors/ErrorMeaning.tsx'
import { useWords } from '../text/words-context.ts'
import { EntryAnswer } from './EntryAnswer.tsx'
import { ForeignAnswer } from './ForeignAnswer.tsx'
import { LookAlikeNote } from './LookAlikeNote.tsx'
import { OtherAnswer } from './OtherAnswer.tsx'
import { Suggestions } from './Suggestions.tsx'
import { isWorthAWarning } from './worth-a-warning.ts'
import { useCard } from '../theme/card.ts'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '16px' },
  nothing: { padding: '20px 24px', display: 'grid', gap: '8px', justifyItems: 'start' },
})

interface Props {
  readonly answer: LineAnswer
  readonly bridge: Pick<InspectorBridge, 'examineProcess'>
  readonly catalogue: Catalogue
  readonly processes: readonly InspectedProcess[] | undefined
  readonly onTake: (imageName: string) => void
  readonly onOpenEntry: (entryId: string) => void
  readonly onOpenSource: (sourceKey: string) => void
}

export function AnswerParts(props: Props) {
  const { answer, bridge, catalogue, processes, onTake } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const texts = useTextStyles()
  const entry = entryOf(answer, catalogue)
  const others = answer.suggestions
  const other = otherOf(answer)
  const isForeign = entry === undefined && other === undefined && answer.name !== ''
  const isWarned = isWorthAWarning(answer)
  const note = answer.lookAlike !== null && (
    <LookAlikeNote name={answer.name} lookAlike={answer.lookAlike} />
  )
  // A row that names one of Apple's programs and starts another file is told about, whatever resembles it.
  const isBeside = others.some(({ why }) => why === 'named')
  const runs = (answer.running?.length ?? 0) > 0
  const foreign = isForeign && (
    <ForeignAnswer answer={answer} bridge={bridge} beside={besideWords(words, answer, catalogue)} />
  )
  const suggestions = others.length > 0 && (
    <Suggestions
      title={t('whatIs.suggest.title')}
      suggestions={others}
      processes={catalogue.processes}
      onTake={onTake}
    />
  )
  const inspected = processes?.find(({ id }) => id === entry?.id)
  return (
    <div className={styles.parts}>
      {isWarned && note}
      {entry && (
        <EntryAnswer
          entry={entry}
          inspected={inspected}
          // The inspection is newer.
          running={runningOf(answer, inspected)}
          namedBy={namedByWords(words, answer, catalogue)}
          catalogue={catalogue}
          onOpenEntry={props.onOpenEntry}
          onOpenSource={props.onOpenSource}
        />
      )}
      {other && (
        <OtherAnswer {...{ other, answer, bridge, catalogue }} onOpenSource={props.onOpenSource} />
      )}
      {answer.errors.map((match) => (
        <ErrorMeaning
          key={match.row.id}
          match={match}
          sources={catalogue.sources}
          onOpenSource={props.onOpenSource}
        />
      ))}
      {runs && foreign}
      {suggestions}
      {!isWarned && note}
      {!answer.isUnderstood && others.length === 0 && <NothingUnderstood />}
      {!runs && (others.length === 0 || isBeside) && foreign}
      {!runs && isForeign && others.length > 0 && !isBeside && (
        <p className={texts.soft}>
          {t('whatIs.foreign.onlySimilar')}{' '}
          {t(answer.running === null ? 'whatIs.foreign.unknown' : 'whatIs.foreign.notRunning')}
        </p>
      )}
    </div>
  )
}

/** What is said of a text that names nothing. */
function NothingUnderstood() {
  const { t } = useWords()
  const styles = useStyles()
  const texts = useTextStyles()
  return (
    <div className={mergeClasses(useCard(), styles.nothing)}>
      <h3 className={texts.large}>{t('whatIs.nothing.title')}</h3>
      <p>{t('whatIs.nothing.body')}</p>
    </div>
  )
}
