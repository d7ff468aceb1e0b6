/** A detail that may be known, denied, failed or skipped. The same way everywhere. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Probe } from '../../../shared/model/probe.ts'
import { reasonWords } from '../../../shared/text/fact-words.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  value: { overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  unknown: { color: tokens.colorNeutralForeground3 },
})

interface Props<T> {
  readonly probe: Probe<T>
  /** Words for a known value; what it returns is made harmless here. */
  readonly show: (value: T) => string
}

export function ProbeValue<T>({ probe, show }: Props<T>) {
  const words = useWords()
  const styles = useStyles()
  if (probe.state === 'known') {
    return <span className={styles.value}>{shortText(show(probe.value))}</span>
  }
  const reason = reasonWords(words, probe.reason)
  return <span className={styles.unknown}>{words.t('window.details.unknown', { reason })}</span>
}
