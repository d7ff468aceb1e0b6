/** Answers to the lines of a paste, in their order: one row for each, and what was left out. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { LineAnswer, WhatIsAnswer } from '../../shared/model/what-is.ts'
import { briefAnswer, countsOfBlock, titleOfAnswer } from '../../shared/text/what-is-words.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { isWorthAWarning } from './worth-a-warning.ts'

/** Nobody reads more rows than these; the rest is counted. */
const mostShown = 100

const useStyles = makeStyles({
  title: {
    marginBottom: '6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { overflow: 'hidden', margin: 0, paddingInlineStart: 0, listStyleType: 'none' },
  item: {
    padding: '8px 20px',
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  warned: { borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorderActive}` },
  soft: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  counts: { marginTop: '6px' },
})

interface Props {
  readonly answer: WhatIsAnswer
  readonly catalogue: Catalogue
}

export function LineList({ answer, catalogue }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const card = useCard()
  const { lines } = answer
  const told = lines.filter(({ isUnderstood }) => isUnderstood)
  const unshown = told.length - mostShown
  const title = t('whatIs.block.title', { count: lines.length })
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={mergeClasses(card, styles.list)}>
        {told.slice(0, mostShown).map((line, at) => (
          <li
            key={`${at} ${line.line}`}
            className={mergeClasses(styles.item, isWarned(line) && styles.warned)}
          >
            <div className={styles.name}>{titleOfAnswer(words, line, catalogue)}</div>
            <div className={styles.soft}>{briefAnswer(words, line, catalogue)}</div>
          </li>
        ))}
      </ul>
      {unshown > 0 && (
        <p className={styles.counts}>{t('whatIs.block.unshown', { count: unshown })}</p>
      )}
      {countsOfBlock(words, answer).map((sentence) => (
        <p key={sentence} className={styles.counts}>
          {sentence}
        </p>
      ))}
    </section>
  )
}

const isWarned = (line: LineAnswer): boolean => isWorthAWarning(line)
