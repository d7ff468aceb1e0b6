/** The sign of an event. Three shapes: nobody has to tell colours apart. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { LaneEvent } from '../../shared/model/recording.ts'
import { forcedColors } from '../theme/layout.ts'

const useStyles = makeStyles({
  mark: {
    display: 'block',
    width: '16px',
    height: '16px',
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    [forcedColors]: { fill: 'Canvas', stroke: 'CanvasText', forcedColorAdjust: 'none' },
  },
})

const paths: Readonly<Record<LaneEvent['kind'], string>> = {
  appeared: 'M8 5.2v5.6M5.2 8h5.6',
  went: 'M6 6l4 4M10 6l-4 4',
  changed: '',
}

export function EventMark({ kind }: { readonly kind: LaneEvent['kind'] }) {
  const styles = useStyles()
  return (
    <svg className={styles.mark} viewBox="0 0 16 16" strokeWidth="1.4" strokeLinecap="round">
      {kind === 'changed' ? (
        <path d="M8 2.5 13.5 8 8 13.5 2.5 8z" />
      ) : (
        <circle cx="8" cy="8" r="6" />
      )}
      {kind !== 'changed' && <path d={paths[kind]} />}
    </svg>
  )
}
