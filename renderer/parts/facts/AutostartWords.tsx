/** Whether a process starts with Windows. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ProcessAutostart } from '../../../shared/model/autostart.ts'
import { autostartWords, elsewhereWords, entryWords } from '../../../shared/text/autostart-words.ts'
import { dayOf } from '../../text/times.ts'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  entry: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  remark: { marginTop: '4px' },
})

export function AutostartWords({ autostart }: { readonly autostart: ProcessAutostart }) {
  const words = useWords()
  const styles = useStyles()
  const { state, entries } = autostart
  const day = (utc: string) => dayOf(words.language, utc)
  return (
    <>
      <p>{autostartWords(words, autostart, day)}</p>
      {entries.map((entry) => (
        <div key={`${entry.hive} ${entry.view} ${entry.valueName}`}>
          <p className={styles.entry}>{entryWords(words, entry, day, entries.length === 1)}</p>
          {entry.place === 'elsewhere' && (
            <p className={styles.remark}>{elsewhereWords(words, entry)}</p>
          )}
        </div>
      ))}
      {state === 'off' && <p className={styles.remark}>{words.t('autostart.undo')}</p>}
    </>
  )
}
