/** The seconds that are left. A figure, and a line that fills calmly. Read aloud only by whoever goes there. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTextStyles } from '../theme/text-styles.ts'
import { useWords } from '../text/words-context.ts'
import { forcedColors } from '../theme/layout.ts'

const useStyles = makeStyles({
  countdown: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    gap: '0 16px',
  },
  figure: {
    minWidth: '2ch',
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'end',
  },
  line: { display: 'grid', gap: '6px' },
  track: {
    height: '6px',
    overflow: 'hidden',
    borderRadius: '3px',
    backgroundColor: tokens.colorNeutralBackground6,
    [forcedColors]: { backgroundColor: 'Canvas', outline: '1px solid CanvasText' },
  },
  bar: {
    height: '100%',
    borderRadius: '3px',
    backgroundColor: tokens.colorCompoundBrandBackground,
    transitionProperty: 'width',
    transitionDuration: '250ms',
    transitionTimingFunction: 'linear',
    [forcedColors]: { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
})

const tickMs = 250
/** Until the first message tells it. */
const usualMs = 30_000

interface Props {
  /** As the last message told it. */
  readonly elapsedMs: number | undefined
  readonly plannedMs: number | undefined
}

export function Countdown({ elapsedMs = 0, plannedMs = usualMs }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  const ownMs = useTicking()
  const shownMs = Math.min(plannedMs, Math.max(elapsedMs, ownMs))
  const elapsed = Math.floor(shownMs / 1000)
  const total = Math.round(plannedMs / 1000)
  return (
    <div className={styles.countdown}>
      <div className={mergeClasses(styles.figure, text.figures)} aria-hidden>
        {Math.ceil((plannedMs - shownMs) / 1000)}
      </div>
      <div className={styles.line}>
        <div
          className={styles.track}
          role="progressbar"
          aria-label={t('recorder.during.progressLabel')}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={elapsed}
          aria-valuetext={t('recorder.during.progress', { elapsed, total })}
        >
          <div className={styles.bar} style={{ width: `${(shownMs / plannedMs) * 100}%` }} />
        </div>
        <p className={text.soft} aria-hidden>
          {t('recorder.during.left')}
        </p>
      </div>
    </div>
  )
}

/** Milliseconds since this was first drawn. */
function useTicking(): number {
  const [passedMs, setPassedMs] = useState(0)
  useEffect(() => {
    const startedAt = performance.now()
    const timer = setInterval(() => {
      setPassedMs(performance.now() - startedAt)
    }, tickMs)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return passedMs
}
