/** One stretch of the way. A line, and below it a sign and a word. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Words } from '../../../shared/text/texts.ts'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'
import { small } from '../breakpoints.ts'
import { Sign, type SignKind } from '../Sign.tsx'
import type { Link, LinkState } from './way.ts'

const signs = {
  idle: 'empty',
  checking: 'busy',
  ok: 'good',
  some: 'attention',
  broken: 'attention',
  'read-along': 'attention',
  clock: 'attention',
  beyond: 'unknown',
} as const satisfies Record<LinkState, SignKind>

const useStyles = makeStyles({
  link: {
    flex: '1 1 0',
    minWidth: 0,
    display: 'grid',
    justifyItems: 'center',
    gap: '6px',
    color: tokens.colorNeutralStrokeAccessible,
    [forcedColors]: { color: 'CanvasText' },
    // The line stands at the side, below the middle of the icons.
    [small]: {
      flex: 'none',
      justifyItems: 'start',
      marginInlineStart: '11px',
      padding: '8px 0 8px 22px',
      borderInlineStartWidth: '3px',
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: 'currentColor',
    },
  },
  line: {
    width: '100%',
    borderTopWidth: '3px',
    borderTopStyle: 'solid',
    borderTopColor: 'currentColor',
    [small]: { display: 'none' },
  },
  dashed: { borderTopStyle: 'dashed' },
  dashedSide: { [small]: { borderInlineStartStyle: 'dashed' } },
  good: { color: tokens.colorStatusSuccessForeground1 },
  attention: { color: tokens.colorStatusWarningForeground3 },
  busy: { color: tokens.colorBrandForeground1 },
  word: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    [forcedColors]: { color: 'CanvasText' },
  },
})

function linkWord({ t }: Words, { state, stopped }: Link): string {
  return state === 'some'
    ? t('connectionView.way.link.some', { count: stopped })
    : t(`connectionView.way.link.${state}`)
}

export function WayLink({ link }: { readonly link: Link }) {
  const words = useWords()
  const styles = useStyles()
  const sign = signs[link.state]
  const isWhole = link.state === 'ok'
  const tone = sign === 'good' || sign === 'attention' || sign === 'busy' ? styles[sign] : undefined
  return (
    <li className={mergeClasses(styles.link, tone, !isWhole && styles.dashedSide)}>
      <span className={mergeClasses(styles.line, !isWhole && styles.dashed)} aria-hidden />
      <span className={styles.word}>
        <Sign kind={sign} />
        <span>{linkWord(words, link)}</span>
      </span>
    </li>
  )
}
