/** The mark of a process's status. A sign and a word; the sign's shape differs too, so nothing rests on colour. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  Circle12Filled,
  Circle12Regular,
  QuestionCircle12Regular,
  Warning12Regular,
} from '@fluentui/react-icons'
import type { ProcessStatus } from '../../../shared/model/inspection.ts'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'

/** `looking`: the first answer is still on its way. */
export type ShownStatus = ProcessStatus | 'looking'

const useStyles = makeStyles({
  sign: {
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    [forcedColors]: { color: 'inherit' },
  },
  running: {
    color: tokens.colorPaletteGreenForeground1,
    [forcedColors]: { color: 'inherit' },
  },
  missed: {
    color: tokens.colorPaletteMarigoldForeground2,
    [forcedColors]: { color: 'inherit' },
  },
})

interface Props {
  readonly status: ShownStatus
  /** It does not run, and should. */
  readonly isMissed?: boolean
}

export function StatusSign({ status, isMissed = false }: Props) {
  const styles = useStyles()
  switch (status) {
    case 'running':
      return <Circle12Filled className={mergeClasses(styles.sign, styles.running)} aria-hidden />
    case 'not-running':
      return isMissed ? (
        <Warning12Regular className={mergeClasses(styles.sign, styles.missed)} aria-hidden />
      ) : (
        <Circle12Regular className={styles.sign} aria-hidden />
      )
    case 'cannot-tell':
    case 'looking':
      return <QuestionCircle12Regular className={styles.sign} aria-hidden />
  }
}

export function useStatusWord(status: ShownStatus): string {
  const { t } = useWords()
  return status === 'looking' ? t('window.list.looking') : t(`status.${status}`)
}
