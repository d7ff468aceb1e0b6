/** Styles that the axis and every lane share. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { forcedColors } from '../theme/layout.ts'
import { small } from './breakpoints.ts'

export const useLaneStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(160px, 30%) minmax(0, 1fr)',
    gap: '0 12px',
    [small]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  /** Room at both ends, so that a mark at the very edge is whole. */
  track: { position: 'relative', minHeight: '28px', margin: '0 9px' },
  line: {
    position: 'absolute',
    // From lane to lane without a break.
    top: '-1px',
    bottom: '-1px',
    width: '1px',
    backgroundColor: tokens.colorNeutralStroke2,
    [forcedColors]: { backgroundColor: 'GrayText', forcedColorAdjust: 'none' },
  },
})

const everySeconds = 5
/** A recording that lasted for long has no more lines than one can count. */
const mostLines = 12

/** Where the lines stand, and which second each is. */
export function gridLines(
  plannedMs: number,
): readonly { readonly second: number; readonly percent: number }[] {
  const total = Math.max(plannedMs, 1) / 1000
  const step = everySeconds * Math.ceil(total / everySeconds / mostLines)
  return Array.from({ length: Math.floor(total / step) + 1 }, (_, index) => ({
    second: index * step,
    percent: ((index * step) / total) * 100,
  }))
}

export function percentOf(ms: number, plannedMs: number): number {
  return (Math.min(Math.max(ms, 0), plannedMs) / Math.max(plannedMs, 1)) * 100
}
