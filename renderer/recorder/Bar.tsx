/** A stretch of time in a lane. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { RecordedSpan } from '../../shared/model/recording.ts'
import { forcedColors } from '../theme/layout.ts'

const useStyles = makeStyles({
  bar: {
    position: 'absolute',
    top: '50%',
    height: '6px',
    minWidth: '6px',
    transform: 'translateY(-50%)',
    borderRadius: '5px',
    backgroundColor: tokens.colorNeutralForeground4,
    [forcedColors]: { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
  apple: {
    height: '10px',
    backgroundColor: tokens.colorCompoundBrandBackground,
    [forcedColors]: { backgroundColor: 'Highlight' },
  },
  between: { height: '4px' },
  stopped: { height: '2px' },
  flatStart: { borderTopLeftRadius: 0, borderBottomLeftRadius: 0 },
  flatEnd: { borderTopRightRadius: 0, borderBottomRightRadius: 0 },
})

interface Props {
  readonly isApple: boolean
  /** Undefined in the legend. */
  readonly span?: RecordedSpan
  readonly left: number
  readonly width: number
}

export function Bar({ isApple, span, left, width }: Props) {
  const styles = useStyles()
  const state = span?.state ?? null
  return (
    <div
      className={mergeClasses(
        styles.bar,
        isApple && styles.apple,
        state !== null && state !== 'running' && styles.between,
        state === 'stopped' && styles.stopped,
        span?.isOpenAtStart === true && styles.flatStart,
        span?.isOpenAtEnd === true && styles.flatEnd,
      )}
      style={{ left: `${left}%`, width: `${width}%` }}
    />
  )
}
