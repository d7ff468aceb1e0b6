/** One lane of the picture: whose it is, and when it was there. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { Lane, RecordingGap } from '../../shared/model/recording.ts'
import { laneWords } from '../../shared/text/recording-words.ts'
import { useTextStyles } from '../theme/text-styles.ts'
import { useWords } from '../text/words-context.ts'
import { forcedColors } from '../theme/layout.ts'
import { Bar } from './Bar.tsx'
import { small } from './breakpoints.ts'
import { EventMark } from './EventMark.tsx'
import { GapBand } from './GapBand.tsx'
import { laneRemark } from './lane-remark.ts'
import { gridLines, percentOf, useLaneStyles } from './lane-styles.ts'

const useStyles = makeStyles({
  name: { minWidth: 0, padding: '4px 0', alignSelf: 'center', [small]: { padding: '6px 0 0' } },
  label: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'isolate',
  },
  apple: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: { color: 'inherit' },
  },
  mark: { position: 'absolute', top: '50%', transform: 'translate(-50%, -50%)' },
})

interface Props {
  readonly lane: Lane
  /** Of the lane's kind. */
  readonly gaps: readonly RecordingGap[]
  readonly plannedMs: number
}

export const LaneRow = memo(function LaneRow({ lane, gaps, plannedMs }: Props) {
  const words = useWords()
  const styles = useStyles()
  const lanes = useLaneStyles()
  const text = useTextStyles()
  const remark = laneRemark(words, lane)
  const at = (ms: number) => percentOf(ms, plannedMs)
  return (
    <div className={lanes.row}>
      <div className={styles.name}>
        <span className={mergeClasses(styles.label, lane.id !== null && styles.apple)}>
          {lane.label}
        </span>
        {remark !== '' && <span className={mergeClasses(styles.label, text.soft)}>{remark}</span>}
        <span className="spoken-only">{laneWords(words, lane).join(', ')}</span>
      </div>
      <div className={lanes.track}>
        {gridLines(plannedMs).map(({ second, percent }) => (
          <span key={second} className={lanes.line} style={{ left: `${percent}%` }} />
        ))}
        {lane.spans.map((span) => (
          <Bar
            key={span.fromMs}
            isApple={lane.id !== null}
            span={span}
            left={at(span.fromMs)}
            width={at(span.toMs) - at(span.fromMs)}
          />
        ))}
        {gaps.map(({ fromMs, toMs }) => (
          <GapBand key={fromMs} left={at(fromMs)} width={at(toMs) - at(fromMs)} />
        ))}
        {lane.events.map(({ kind, atMs }, index) => (
          <span key={index} className={styles.mark} style={{ left: `${at(atMs)}%` }}>
            <EventMark kind={kind} />
          </span>
        ))}
      </div>
    </div>
  )
})
