/** Placeholder of the list until the first answer. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useWords } from '../text/words-context.ts'
import { headerHeightPx, rowHeightPx } from './grid/heights.ts'

const rows = 14
const widths = ['46%', '32%', '58%', '40%', '52%']

const useStyles = makeStyles({
  list: { height: '100%', overflow: 'hidden' },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    height: `${rowHeightPx}px`,
    padding: '0 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '&:first-child': { height: `${headerHeightPx}px`, borderTopWidth: '0' },
  },
  bar: {
    height: '10px',
    borderRadius: '5px',
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { '0%': { opacity: 1 }, '50%': { opacity: 0.45 }, '100%': { opacity: 1 } },
    animationDuration: '1.8s',
    animationIterationCount: 'infinite',
  },
  short: { width: '48px' },
})

export function ListSkeleton() {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <div className={styles.list}>
      <p className="spoken-only" role="status">
        {t('allProcesses.looking')}
      </p>
      <div aria-hidden>
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className={styles.row}>
            <span className={styles.bar} style={{ width: widths[index % widths.length] }} />
            <span className={mergeClasses(styles.bar, styles.short)} />
          </div>
        ))}
      </div>
    </div>
  )
}
