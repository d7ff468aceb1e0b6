/** The sign on a stretch of the way. One of its own shape for each state. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { LinkState } from './way.ts'

const useStyles = makeStyles({
  sign: {
    position: 'relative',
    display: 'block',
    width: '22px',
    height: '22px',
    borderRadius: '50%',
    // The line does not run through the sign.
    backgroundColor: tokens.colorNeutralBackground1,
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: '2',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
})

const drawings: Readonly<Record<LinkState, string>> = {
  idle: '',
  checking: '',
  ok: 'M7 11.3l2.8 2.7L15 8.3',
  some: 'M11 6.5v5.5M11 15.2v.1',
  broken: 'M7.8 7.8l6.4 6.4M14.2 7.8l-6.4 6.4',
  // An eye.
  'read-along': 'M5 11c3-5 9-5 12 0c-3 5-9 5-12 0M11 10.9v.2',
  // Two hands of a clock.
  clock: 'M11 6.5V11l3 2',
  beyond: 'M9 9.2a2 2 0 1 1 2.6 1.9c-.4.1-.6.4-.6.9M11 15v.1',
}

export function LinkSign({ state }: { readonly state: LinkState }) {
  const styles = useStyles()
  const drawing = drawings[state]
  return drawing === '' ? (
    <span style={{ height: '22px', width: '22px' }} aria-hidden />
  ) : (
    <svg className={styles.sign} viewBox="0 0 22 22" aria-hidden="true">
      <circle cx="11" cy="11" r="10" />
      <path d={drawing} />
    </svg>
  )
}
