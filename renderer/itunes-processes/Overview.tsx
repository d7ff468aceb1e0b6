/** The answer in one sentence, the installation, and when it was looked. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Desktop24Regular, Search24Regular, ShieldCheckmark24Regular } from '@fluentui/react-icons'
import { memo, useId, type ReactNode } from 'react'
import type { Finding } from '../../shared/model/finding.ts'
import type { StackJudgement } from '../../shared/model/inspection.ts'
import { stackWords } from '../../shared/text/fact-words.ts'
import { productWords, systemWords } from '../../shared/text/system-words.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { clockTime } from '../text/times.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { forcedColors } from '../theme/layout.ts'
import { headline, isOnlyExplained, type Mood } from './headline.ts'
import { label } from '../../shared/text/label.ts'

const useStyles = makeStyles({
  card: {
    // The clock in here changes every two seconds: nothing outside need be laid out or painted again for it.
    contain: 'content',
    display: 'flex',
    gap: '16px',
    padding: '16px 20px',
  },
  good: {
    backgroundColor: tokens.colorPaletteGreenBackground1,
    border: `1px solid ${tokens.colorPaletteGreenBorder1}`,
  },
  text: { minWidth: '0' },
  sign: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  goodSign: {
    color: tokens.colorPaletteGreenForeground1,
    [forcedColors]: { color: 'inherit' },
  },
  lookSign: {
    color: tokens.colorPaletteMarigoldForeground2,
    [forcedColors]: { color: 'inherit' },
  },
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: '26px',
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: { marginTop: '2px' },
  stack: {
    marginTop: '8px',
    '& summary': { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  },
  meta: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  clock: { marginTop: '8px' },
  more: { marginTop: '8px' },
})

function MoodSign({ mood }: { readonly mood: Mood }) {
  const styles = useStyles()
  switch (mood) {
    case 'good':
      return (
        <ShieldCheckmark24Regular
          className={mergeClasses(styles.sign, styles.goodSign)}
          aria-hidden
        />
      )
    case 'look':
      return <Search24Regular className={mergeClasses(styles.sign, styles.lookSign)} aria-hidden />
    case 'plain':
      return <Desktop24Regular className={styles.sign} aria-hidden />
  }
}

/** Which installation, and what shows it: for whoever wants to know. */
const StackLine = memo(function StackLine({ stack }: { readonly stack: StackJudgement }) {
  const words = useWords()
  const styles = useStyles()
  const { answer, signs, notSeen } = stackWords(words, stack)
  return (
    <div className={styles.stack}>
      <p>
        {label(words, words.t('stack.title'))} {answer} {notSeen}
      </p>
      {signs.length > 0 && (
        <details className={styles.meta}>
          <summary>{words.t('window.overview.signs')}</summary>
          <p>{signs.join(' · ')}</p>
        </details>
      )}
    </div>
  )
})

interface Props {
  readonly state: InspectionState
  readonly findings: readonly Finding[]
  /** What else there is to say while nothing is known yet. */
  readonly children?: ReactNode
}

export function Overview({ state, findings, children }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const card = useCard()
  const titleId = useId()
  const { mood, title, hint } = headline(words, state, findings)
  const { inspection, isPaused } = state
  const meta = [
    inspection && t('window.overview.looked', { time: clockTime(inspection.takenAtUtc) }),
    inspection && t('window.overview.seen', { count: inspection.processesSeen }),
    isPaused && t('window.overview.paused'),
  ].filter((part) => typeof part === 'string')
  return (
    <section
      className={mergeClasses(card, styles.card, mood === 'good' && styles.good)}
      aria-labelledby={titleId}
    >
      <MoodSign mood={mood} />
      <div className={styles.text}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        {children && <div className={styles.more}>{children}</div>}
        {inspection && !isOnlyExplained(inspection, findings) && (
          <StackLine stack={inspection.stack} />
        )}
        {inspection?.machine.platform === 'win32' && (
          <p className={mergeClasses(styles.meta, styles.clock)}>
            {[
              t('report.system', {
                system: systemWords(words, inspection.machine),
                arch: inspection.machine.arch,
              }),
              ...productWords(words, inspection.products),
            ].join(' · ')}
          </p>
        )}
        {meta.length > 0 && (
          <p className={mergeClasses(styles.meta, styles.clock)}>{meta.join(' · ')}</p>
        )}
      </div>
    </section>
  )
}
