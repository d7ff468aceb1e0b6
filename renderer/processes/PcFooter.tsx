/** The line below the table: the whole PC's processors and memory, and what grey rows are. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { PcLoad } from '../../shared/model/process.ts'
import { useWords } from '../text/words-context.ts'
import type { Formats } from './grid/formats.ts'

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 22px',
    marginTop: 'auto',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    '&:empty': { display: 'none' },
  },
})

interface Props {
  /** In tenths of a percent. */
  readonly cpu: number | undefined
  readonly load: PcLoad | undefined
  readonly hasAside: boolean
  readonly isLearning: boolean
  readonly formats: Formats
}

export function PcFooter({ cpu, load, hasAside, isLearning, formats }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <div className={styles.foot}>
      {cpu !== undefined && <span>{t('processes.foot.cpu', { share: formats.share(cpu) })}</span>}
      {load && (
        <span>
          {t('processes.foot.memory', {
            used: formats.gigabytes(load.memoryInUseBytes),
            all: formats.gigabytes(load.memoryBytes),
          })}
        </span>
      )}
      {hasAside && <span>{t('processes.foot.aside')}</span>}
      {isLearning && <span>{t('processes.foot.learning')}</span>}
    </div>
  )
}
