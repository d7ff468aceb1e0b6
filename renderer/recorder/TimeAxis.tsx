/** The time axis. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTextStyles } from '../theme/text-styles.ts'
import { useWords } from '../text/words-context.ts'
import { small } from './breakpoints.ts'
import { gridLines, useLaneStyles } from './lane-styles.ts'

const useStyles = makeStyles({
  track: { minHeight: '18px' },
  name: { textAlign: 'end', [small]: { textAlign: 'start' } },
  number: {
    position: 'absolute',
    transform: 'translateX(-50%)',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
  },
})

export function TimeAxis({ plannedMs }: { readonly plannedMs: number }) {
  const { t } = useWords()
  const styles = useStyles()
  const lanes = useLaneStyles()
  const text = useTextStyles()
  return (
    <div className={lanes.row} aria-hidden>
      <span className={mergeClasses(text.soft, styles.name)}>{t('recorder.picture.seconds')}</span>
      <div className={mergeClasses(lanes.track, styles.track, text.soft, text.figures)}>
        {gridLines(plannedMs).map(({ second, percent }) => (
          <span key={second} className={styles.number} style={{ left: `${percent}%` }}>
            {second}
          </span>
        ))}
      </div>
    </div>
  )
}
