/** Progress of the check. A bar and the figures beside it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useWords } from '../text/words-context.ts'
import { forcedColors } from '../theme/layout.ts'
import type { RunningCheck } from './connections-state.ts'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  progress: { display: 'grid', gap: '6px' },
  track: {
    height: '4px',
    overflow: 'hidden',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground6,
    [forcedColors]: { backgroundColor: 'Canvas', outline: '1px solid CanvasText' },
  },
  bar: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    transformOrigin: 'left',
    transitionProperty: 'transform',
    transitionDuration: tokens.durationNormal,
    [forcedColors]: { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
})

export function CheckProgress({ running: { done, total } }: { readonly running: RunningCheck }) {
  const { t } = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  const words =
    total === null
      ? t('connectionView.answer.starting')
      : t('connectionView.answer.progress', { done, total })
  return (
    <div className={styles.progress}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t('connectionView.answer.progressLabel')}
        aria-valuetext={words}
        aria-valuemin={0}
        {...(total !== null && { 'aria-valuenow': done, 'aria-valuemax': total })}
      >
        <div
          className={styles.bar}
          style={{ transform: `scaleX(${total === null ? 0 : done / Math.max(total, 1)})` }}
        />
      </div>
      <p className={mergeClasses(text.soft, text.figures)}>{words}</p>
    </div>
  )
}
