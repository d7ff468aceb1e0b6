/** Rows of a card: a sign, two lines of words, and what is said at the end. */
import { makeStyles } from '@fluentui/react-components'

export const useRowStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '14px' },
  icon: { flexShrink: 0 },
  words: { flex: '1 1 auto', minWidth: 0 },
  end: { flex: '0 1 auto', textAlign: 'end' },
})
