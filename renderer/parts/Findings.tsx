/** What should the reader know beyond the list? One quiet bar for each finding. */
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { memo } from 'react'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { useWords } from '../text/words-context.ts'

/** Even a danger is told calmly: Fluent's red is kept for things that the program itself got wrong. */
const intents = {
  info: 'info',
  attention: 'warning',
  danger: 'warning',
} as const satisfies Record<Severity, string>

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px' },
  // As quiet as a card; the sign says what kind of news it is.
  bar: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
  },
})

interface Props {
  readonly findings: readonly Finding[]
}

export const Findings = memo(function Findings({ findings }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  if (findings.length === 0) return null
  return (
    <ul className={styles.list}>
      {findings.map(({ code, severity, subject }) => (
        <li key={`${code} ${subject}`}>
          <MessageBar
            className={styles.bar}
            intent={intents[severity]}
            layout="multiline"
            politeness="polite"
          >
            <MessageBarBody>
              {severity !== 'info' && (
                <MessageBarTitle>{t(`severity.${severity}`)}</MessageBarTitle>
              )}
              {t(`finding.${code}`, { subject: visibleText(subject) })}
            </MessageBarBody>
          </MessageBar>
        </li>
      ))}
    </ul>
  )
})
