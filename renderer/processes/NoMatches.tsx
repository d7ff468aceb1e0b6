/** In place of the table: the filter hides every row, or nothing of Apple's runs. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ProcessListId } from '../../shared/model/list-options.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  none: { padding: '16px 20px', display: 'grid', gap: '8px', justifyItems: 'start' },
})

interface Props {
  /** Undefined where the list itself is empty. */
  readonly filter: string | undefined
  readonly list: ProcessListId
  readonly onClear: () => void
}

export function NoMatches({ filter, list, onClear }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const texts = useTextStyles()
  const shown = visibleText(filter?.trim() ?? '')
  const [title, body] =
    filter === undefined && list === 'running'
      ? [t('window.overview.none'), t('window.overview.noneHint')]
      : [
          shown === '' ? t('processes.none.title') : t('allProcesses.noneTitle', { filter: shown }),
          t('processes.none.body'),
        ]
  return (
    <div className={mergeClasses(useCard(), styles.none)}>
      <h2 className={texts.large}>{title}</h2>
      <p>{body}</p>
      <Button onClick={onClear}>
        {t(filter === undefined ? 'processes.none.showApple' : 'processes.none.clear')}
      </Button>
    </div>
  )
}
