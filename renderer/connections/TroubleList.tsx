/** The servers that need a look. The first few by name, each leading to its row. */
import { Link, makeStyles, mergeClasses } from '@fluentui/react-components'
import { useWords } from '../text/words-context.ts'
import { resultWord, type ServerRow } from './servers/server-rows.ts'
import { Sign } from './Sign.tsx'
import { useTextStyles } from './use-text-styles.ts'

const mostShown = 5

const useStyles = makeStyles({
  list: { display: 'grid', gap: '2px' },
  line: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '26px' },
  link: { textAlign: 'start', minHeight: '24px' },
})

interface Props {
  readonly rows: readonly ServerRow[]
  readonly onShow: (endpointId: string) => void
}

export function TroubleList({ rows, onShow }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const rest = rows.length - mostShown
  return (
    <div>
      <h3 className={text.label}>{t('connectionView.answer.lookAt')}</h3>
      <ul className={styles.list}>
        {rows.slice(0, mostShown).map(({ endpoint, facts }) => (
          <li key={endpoint.id} className={styles.line}>
            <Sign kind="attention" />
            <span>
              <Link
                as="button"
                className={mergeClasses(styles.link, text.foreign)}
                onClick={() => {
                  onShow(endpoint.id)
                }}
              >
                {endpoint.pattern}
              </Link>{' '}
              · {resultWord(words, facts)}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={text.soft}>{t('connectionView.answer.more', { count: rest })}</p>}
    </div>
  )
}
