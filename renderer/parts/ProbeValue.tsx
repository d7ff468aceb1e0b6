/** How is a detail shown that may be known, denied, failed or skipped? The same way everywhere. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Probe } from '../../shared/model/probe.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { textFromData } from '../text/text-from-data.ts'
import { useWords } from '../text/words-context.ts'

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
    return <span className={styles.value}>{visibleText(show(probe.value))}</span>
  }
  const code = visibleText(probe.reason)
  const reason = textFromData(words, `probeReason.${probe.reason}`, code)
  return <span className={styles.unknown}>{words.t('window.details.unknown', { reason })}</span>
}
