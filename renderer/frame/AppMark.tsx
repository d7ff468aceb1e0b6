/** The program's own sign. A looking glass that finds all well; no maker's artwork. */
import { makeStyles } from '@fluentui/react-components'

const useStyles = makeStyles({
  mark: {
    width: '20px',
    height: '20px',
    flexShrink: 0,
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: '1.5',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
})

export function AppMark() {
  const styles = useStyles()
  return (
    <svg className={styles.mark} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="9" cy="9" r="6" />
      <path d="M13.5 13.5 18 18M6.5 9l2 2 3.5-4" />
    </svg>
  )
}
