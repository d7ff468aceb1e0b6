/** Which parts does an answer have: the process itself, a warning, what else may be meant, or what is known of a foreign one? */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { InspectedProcess } from '../../shared/model/inspection.ts'
import type { WhatIsAnswer } from '../../shared/model/what-is.ts'
import { useWords } from '../text/words-context.ts'
import { EntryAnswer } from './EntryAnswer.tsx'
import { ForeignAnswer } from './ForeignAnswer.tsx'
import { LookAlikeNote } from './LookAlikeNote.tsx'
import { meantEntry } from './meant-entry.ts'
import { Suggestions } from './Suggestions.tsx'
import { isWorthAWarning } from './worth-a-warning.ts'

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '16px' },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

interface Props {
  readonly answer: WhatIsAnswer
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
  const { entry, askedAs } = meantEntry(answer, catalogue, words)
  const others = answer.suggestions.filter(({ entryId }) => entryId !== entry?.id)
  const isForeign = entry === undefined
  const isWarned = isWorthAWarning(answer)
  const note = answer.lookAlike !== null && (
    <LookAlikeNote name={answer.name} lookAlike={answer.lookAlike} />
  )
  const runs = (answer.running?.length ?? 0) > 0
  const foreign = isForeign && <ForeignAnswer answer={answer} bridge={bridge} />
  const suggestions = others.length > 0 && (
    <Suggestions
      title={t(isForeign ? 'whatIs.suggest.title' : 'whatIs.suggest.others')}
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
          // The inspection is newer. Without one, another name says nothing about which image names run.
          running={runningOf(inspected) ?? (askedAs === null ? answer.running : null)}
          askedAs={askedAs}
          catalogue={catalogue}
          onOpenEntry={props.onOpenEntry}
          onOpenSource={props.onOpenSource}
        />
      )}
      {runs && foreign}
      {suggestions}
      {!isWarned && note}
      {!runs && others.length === 0 && foreign}
      {!runs && isForeign && others.length > 0 && (
        <p className={styles.soft}>
          {t('whatIs.foreign.onlySimilar')}{' '}
          {t(answer.running === null ? 'whatIs.foreign.unknown' : 'whatIs.foreign.notRunning')}
        </p>
      )}
    </div>
  )
}

function runningOf(inspected: InspectedProcess | undefined): WhatIsAnswer['running'] {
  return inspected === undefined || inspected.status === 'cannot-tell' ? null : inspected.instances
}
