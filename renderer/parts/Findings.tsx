/** What should the reader know beyond the list? One quiet bar for each finding. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { memo, useId } from 'react'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import { findingWords } from '../../shared/text/fact-words.ts'
import { useWords } from '../text/words-context.ts'
import { compactRows } from '../theme/layout.ts'

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
  body: { overflowWrap: 'anywhere' },
  // Beside the sentence while there is room, beneath it otherwise.
  withButton: {
    gridTemplateAreas: '"icon body actions"',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gridTemplateRows: 'auto',
    [compactRows]: {
      gridTemplateAreas: '"icon body" "icon actions"',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gridTemplateRows: 'auto auto',
    },
  },
  actions: {
    gridArea: 'actions',
    alignSelf: 'center',
    margin: '0',
    padding: '0 12px',
    [compactRows]: { justifySelf: 'start', padding: '4px 0 8px' },
  },
})

interface Props {
  readonly findings: readonly Finding[]
  /** Which row a finding is about, if any. */
  readonly rowOf: (finding: Finding) => string | undefined
  readonly onShow: (rowId: string) => void
}

export const Findings = memo(function Findings({ findings, rowOf, onShow }: Props) {
  const words = useWords()
  const styles = useStyles()
  const idPrefix = useId()
  if (findings.length === 0) return null
  return (
    <ul className={styles.list}>
      {findings.map((finding, index) => {
        const rowId = rowOf(finding)
        const textId = `${idPrefix}${index}`
        return (
          <li key={`${finding.code} ${finding.subject} ${finding.values?.['pid'] ?? ''}`}>
            <MessageBar
              className={mergeClasses(styles.bar, rowId !== undefined && styles.withButton)}
              intent={intents[finding.severity]}
              layout="multiline"
              politeness="polite"
            >
              <MessageBarBody id={textId} className={styles.body}>
                {finding.severity !== 'info' && (
                  <MessageBarTitle>{words.t(`severity.${finding.severity}`)}</MessageBarTitle>
                )}
                {findingWords(words, finding)}
              </MessageBarBody>
              {rowId !== undefined && (
                <MessageBarActions className={styles.actions}>
                  <Button
                    size="small"
                    aria-describedby={textId}
                    onClick={() => {
                      onShow(rowId)
                    }}
                  >
                    {words.t('window.overview.show')}
                  </Button>
                </MessageBarActions>
              )}
            </MessageBar>
          </li>
        )
      })}
    </ul>
  )
})
