/** The recording as a picture: lanes for processes, services and ports over one axis of time. The words are in the table. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { LaneKind, Recording } from '../../shared/model/recording.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import { seconds } from '../../shared/text/recording-words.ts'
import { Panel } from '../connections/Panel.tsx'
import { useTextStyles } from '../theme/text-styles.ts'
import { useWords } from '../text/words-context.ts'
import { forcedColors } from '../theme/layout.ts'
import { LaneRow } from './LaneRow.tsx'
import { Legend } from './Legend.tsx'
import { TimeAxis } from './TimeAxis.tsx'

const useStyles = makeStyles({
  groups: { display: 'grid', gap: '14px' },
  rows: { display: 'grid', gap: '2px' },
  more: { minWidth: 0, marginTop: '2px', padding: '2px 0', [forcedColors]: { padding: '2px 8px' } },
})

const kinds: readonly LaneKind[] = ['process', 'service', 'port']
/** Of other makers' programs: on a busy PC there are dozens. */
const fewOthers = 5

interface Props {
  readonly recording: Recording
  readonly isGoingOn: boolean
}

export function TimelinePicture({ recording, isGoingOn }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const every = seconds(words, recording.sampleEveryMs)
  return (
    <Panel title={isGoingOn ? t('recorder.picture.recording') : t('recorder.picture.title')}>
      <div className={styles.groups}>
        <TimeAxis plannedMs={recording.plannedMs} />
        {kinds.map((kind) => (
          <LaneGroup key={kind} kind={kind} recording={recording} isGoingOn={isGoingOn} />
        ))}
      </div>
      <Legend />
      <p className={text.soft}>{t('recorder.picture.every', { seconds: every })}</p>
      {recording.lanesLeftOut > 0 && (
        <p className={text.soft}>
          {t('recorder.picture.leftOut', { count: recording.lanesLeftOut })}
        </p>
      )}
    </Panel>
  )
}

function LaneGroup({ kind, recording, isGoingOn }: Props & { readonly kind: LaneKind }) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const [isWhole, setIsWhole] = useState(false)
  const lanes = recording.lanes.filter((lane) => lane.kind === kind)
  const gaps = recording.gaps.filter(({ part }) => part === kind)
  const whole = gaps.find((gap) => gap.isWhole)
  const appleCount = lanes.filter(({ id }) => id !== null).length
  const few = appleCount + fewOthers
  const shown = isWhole ? lanes : lanes.slice(0, few)
  const empty = isGoingOn ? t('recorder.picture.noneYet') : t('recorder.picture.none')
  return (
    <div>
      <h3 className={text.label}>{t(`recorder.picture.${kind}`)}</h3>
      {lanes.length === 0 && (
        <p className={text.soft}>
          {whole === undefined
            ? empty
            : t('recorder.picture.notLooked', { reason: reasonWords(words, whole.reason) })}
        </p>
      )}
      <div className={styles.rows} aria-hidden>
        {shown.map((lane, index) => (
          <LaneRow
            key={`${lane.label} ${lane.pid} ${index}`}
            lane={lane}
            gaps={gaps}
            plannedMs={recording.plannedMs}
          />
        ))}
      </div>
      {lanes.length > few && (
        <Button
          appearance="transparent"
          size="small"
          className={styles.more}
          aria-expanded={isWhole}
          onClick={() => {
            setIsWhole(!isWhole)
          }}
        >
          {isWhole
            ? t('recorder.picture.fewer')
            : t('recorder.picture.all', { count: lanes.length - few })}
        </Button>
      )}
    </div>
  )
}
