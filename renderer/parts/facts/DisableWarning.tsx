/** The advice to leave these processes on. Apple's own advice, always in sight and never shouting. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Info20Regular } from '@fluentui/react-icons'
import { textFromData } from '../../text/text-from-data.ts'
import { useWords } from '../../text/words-context.ts'
import { useCard } from '../../theme/card.ts'

/** The catalogue's statement that stands above every view. */
export const standingStatementId = 'keep-enabled'

const useStyles = makeStyles({
  warning: {
    display: 'flex',
    gap: '10px',
    alignItems: 'flex-start',
    padding: '8px 14px',
    borderRadius: '6px',
  },
  sign: { flexShrink: 0, color: tokens.colorBrandForeground1 },
})

export function DisableWarning({ className }: { readonly className?: string }) {
  const words = useWords()
  const styles = useStyles()
  const card = useCard()
  const key = `statement.${standingStatementId}`
  return (
    <aside
      className={mergeClasses(card, styles.warning, className)}
      aria-label={words.t('window.warning.label')}
    >
      <Info20Regular className={styles.sign} aria-hidden />
      <p>{textFromData(words, key, words.t('window.warning.label'))}</p>
    </aside>
  )
}
