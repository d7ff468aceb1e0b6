/** What is said of a text that names nothing. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'

const useStyles = makeStyles({
  card: { padding: '20px 24px', display: 'grid', gap: '8px', justifyItems: 'start' },
  title: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
})

export function NothingUnderstood() {
  const { t } = useWords()
  const styles = useStyles()
  const card = useCard()
  return (
    <div className={mergeClasses(card, styles.card)}>
      <h3 className={styles.title}>{t('whatIs.nothing.title')}</h3>
      <p>{t('whatIs.nothing.body')}</p>
    </div>
  )
}
