/** Time of which nothing is known. Hatched, so that it looks like neither something nor nothing. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { forcedColors } from '../theme/layout.ts'

const hatched = (colour: string) =>
  `repeating-linear-gradient(135deg, ${colour} 0 1.5px, transparent 1.5px 6px)`

const useStyles = makeStyles({
  band: {
    position: 'absolute',
    top: '2px',
    bottom: '2px',
    borderRadius: '3px',
    backgroundImage: hatched(tokens.colorNeutralForeground3),
    opacity: 0.6,
    [forcedColors]: {
      backgroundImage: hatched('CanvasText'),
      forcedColorAdjust: 'none',
      opacity: 1,
    },
  },
})

export function GapBand({ left, width }: { readonly left: number; readonly width: number }) {
  const styles = useStyles()
  return <div className={styles.band} style={{ left: `${left}%`, width: `${width}%` }} />
}
