/** One stretch of the way. A line, a sign and a word. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Words } from '../../../shared/text/texts.ts'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'
import { small } from '../breakpoints.ts'
import { LinkSign } from './LinkSign.tsx'
import type { Link } from './way.ts'

/** How wide the disc of a place is; the lines run through their middle. */
export const discPx = 44

const useStyles = makeStyles({
  link: {
    position: 'relative',
    flex: '1 1 0',
    minWidth: 0,
    display: 'grid',
    justifyItems: 'center',
    gap: '6px',
    // So that the line runs through the middle of the discs.
    paddingTop: `${discPx / 2 - 11}px`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'center',
    [forcedColors]: { color: 'CanvasText' },
    [small]: {
      flex: 'none',
      minHeight: '48px',
      padding: `12px 0 12px ${discPx / 2 - 11}px`,
      gridTemplateColumns: '22px minmax(0, 1fr)',
      alignItems: 'center',
      justifyItems: 'start',
      gap: '23px',
      textAlign: 'start',
    },
  },
  line: {
    position: 'absolute',
    top: `${discPx / 2 - 1}px`,
    insetInline: '0',
    borderTopWidth: '2px',
    borderTopStyle: 'solid',
    borderTopColor: 'currentColor',
    borderInlineStartStyle: 'solid',
    borderInlineStartWidth: '0',
    borderInlineStartColor: 'currentColor',
    [small]: {
      top: '0',
      bottom: '0',
      insetInline: `${discPx / 2 - 1}px auto`,
      borderTopWidth: '0',
      borderInlineStartWidth: '2px',
    },
  },
  dashed: { borderTopStyle: 'dashed', borderInlineStartStyle: 'dashed', opacity: 0.55 },
  track: {
    position: 'absolute',
    top: `${discPx / 2 - 4}px`,
    insetInline: '0',
    height: '8px',
    overflow: 'hidden',
    [small]: { display: 'none' },
  },
  traveller: {
    position: 'absolute',
    inset: '0',
    animationName: {
      from: { transform: 'translateX(-8px)' },
      to: { transform: 'translateX(100%)' },
    },
    animationDuration: '1.8s',
    animationTimingFunction: 'cubic-bezier(0.4, 0, 0.6, 1)',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { display: 'none' },
    '::before': {
      content: '""',
      position: 'absolute',
      width: '8px',
      height: '8px',
      borderRadius: '50%',
      backgroundColor: tokens.colorBrandForeground1,
      [forcedColors]: { backgroundColor: 'Highlight' },
    },
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  attention: { color: tokens.colorStatusWarningForeground3 },
  busy: { color: tokens.colorBrandForeground1 },
  word: {
    position: 'relative',
    padding: '0 4px',
    overflowWrap: 'anywhere',
    [small]: { padding: '0' },
  },
  telling: { fontWeight: tokens.fontWeightSemibold },
})

function linkWord({ t }: Words, { state, stopped }: Link): string {
  return state === 'some'
    ? t('connectionView.way.link.some', { count: stopped })
    : t(`connectionView.way.link.${state}`)
}

export function WayLink({ link }: { readonly link: Link }) {
  const words = useWords()
  const { state } = link
  const styles = useStyles()
  const tone =
    state === 'ok'
      ? styles.good
      : state === 'idle' || state === 'beyond'
        ? undefined
        : state === 'checking'
          ? styles.busy
          : styles.attention
  const isSolid = state === 'ok' || state === 'some' || state === 'read-along'
  return (
    <li className={mergeClasses(styles.link, tone)}>
      <span className={mergeClasses(styles.line, !isSolid && styles.dashed)} aria-hidden />
      {state === 'checking' && (
        <span className={styles.track} aria-hidden>
          <span className={styles.traveller} />
        </span>
      )}
      <LinkSign state={state} />
      <span className={mergeClasses(styles.word, tone && styles.telling)}>
        {linkWord(words, link)}
      </span>
    </li>
  )
}
