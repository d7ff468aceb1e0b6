/** How many rows the search leaves, and how to see all again. */
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { visibleText } from '../../shared/text/visible-text.ts'
import { nameInQuery } from '../search/search.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'baseline', gap: '8px', minHeight: '24px' },
  none: { padding: '16px 20px', display: 'grid', gap: '8px', justifyItems: 'start' },
  title: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
})

export interface SearchHitsProps {
  readonly query: string
  readonly shown: number
  readonly total: number
  readonly onClear: () => void
}

export function SearchHits({ query, shown, total, onClear }: SearchHitsProps) {
  const { t } = useWords()
  const styles = useStyles()
  const card = useCard()
  const asked = visibleText(nameInQuery(query))
  return (
    <>
      {shown > 0 && shown < total && (
        <p className={styles.line}>
          {t('window.search.shown', { shown, total })} ·{' '}
          <Link as="button" onClick={onClear}>
            {t('window.search.clear')}
          </Link>
        </p>
      )}
      {shown === 0 && (
        <div className={mergeClasses(card, styles.none)}>
          <h2 className={styles.title}>{t('window.search.noneTitle', { query: asked })}</h2>
          <p>{t('window.search.noneBody')}</p>
          <Button onClick={onClear}>{t('window.search.noneClear')}</Button>
        </div>
      )}
    </>
  )
}
