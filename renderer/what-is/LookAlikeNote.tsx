/** The note on a name that could be taken for one of Apple's. Calmly: it may be a slip of the hand. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Eye20Regular } from '@fluentui/react-icons'
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'
import { useWords } from '../text/words-context.ts'
import { NameDifference } from './NameDifference.tsx'

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: '0 12px',
    padding: '14px 20px',
  },
  sign: { color: tokens.colorStatusWarningForeground3 },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

interface Props {
  readonly name: string
  readonly lookAlike: NonNullable<LineAnswer['lookAlike']>
}

export function LookAlikeNote({ name, lookAlike: { resembles, why } }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <aside
      className={mergeClasses('card finding attention', styles.note)}
      aria-label={t('lookAlike.advice')}
      // Enter in the search leads here.
      tabIndex={-1}
    >
      <Eye20Regular className={styles.sign} aria-hidden />
      <div>
        <p className={styles.title}>{t('whatIs.lookAlike.title', { name: resembles })}</p>
        <p>{t(`lookAlike.why.${why}`)}</p>
        <NameDifference name={name} resembles={resembles} />
        <p>
          {t('whatIs.lookAlike.typed')} {why === 'hidden-signs' && t('whatIs.lookAlike.pasted')}
        </p>
      </div>
    </aside>
  )
}
