/** The filter that hides every row. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { visibleText } from '../../shared/text/visible-text.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'

const useStyles = makeStyles({
  none: { padding: '16px 20px', display: 'grid', gap: '8px', justifyItems: 'start' },
  title: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
})

interface Props {
  readonly filter: string
  readonly onClear: () => void
}

export function NoMatches({ filter, onClear }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <div className={mergeClasses(useCard(), styles.none)}>
      <h3 className={styles.title}>
        {t('allProcesses.noneTitle', { filter: visibleText(filter.trim()) })}
      </h3>
      <p>{t('allProcesses.noneBody')}</p>
      <Button onClick={onClear}>{t('allProcesses.noneClear')}</Button>
    </div>
  )
}
