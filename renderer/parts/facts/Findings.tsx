/** The findings. One quiet bar for each finding. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Info20Filled, Warning20Filled } from '@fluentui/react-icons'
import { memo, useId } from 'react'
import type { Finding, Severity } from '../../../shared/model/finding.ts'
import { findingWords } from '../../../shared/text/fact-words.ts'
import { useWords } from '../../text/words-context.ts'
import { useCard } from '../../theme/card.ts'
import { compactRows } from '../../theme/layout.ts'
import { later } from '../later.tsx'

const ShowButton = later(async () => (await import('./ShowButton.tsx')).ShowButton)

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px' },
  // As quiet as a card; the sign says what kind of news it is.
  bar: {
    display: 'grid',
    gridTemplateAreas: '"icon body"',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '0 8px',
    padding: '9px 12px',
  },
  // Beside the sentence while there is room, beneath it otherwise.
  withButton: {
    gridTemplateAreas: '"icon body actions"',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    [compactRows]: {
      gridTemplateAreas: '"icon body" "icon actions"',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
    },
  },
  // Even a danger is told calmly: red is kept for things that the program itself got wrong.
  sign: { gridArea: 'icon', display: 'flex', color: tokens.colorNeutralForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  body: { gridArea: 'body', overflowWrap: 'anywhere' },
  severity: { fontWeight: tokens.fontWeightSemibold },
  actions: {
    gridArea: 'actions',
    alignSelf: 'center',
    [compactRows]: { justifySelf: 'start', paddingTop: '4px' },
  },
})

function Sign({ severity }: { readonly severity: Severity }) {
  const styles = useStyles()
  return severity === 'info' ? (
    <Info20Filled className={styles.sign} aria-hidden />
  ) : (
    <Warning20Filled className={mergeClasses(styles.sign, styles.warning)} aria-hidden />
  )
}

interface Props {
  readonly findings: readonly Finding[]
  /** Which row a finding is about, if any. */
  readonly rowOf: (finding: Finding) => string | undefined
  readonly onShow: (rowId: string) => void
}

export const Findings = memo(function Findings({ findings, rowOf, onShow }: Props) {
  const words = useWords()
  const styles = useStyles()
  const card = useCard()
  const idPrefix = useId()
  if (findings.length === 0) return null
  return (
    <ul className={styles.list}>
      {findings.map((finding, index) => {
        const rowId = rowOf(finding)
        const textId = `${idPrefix}${index}`
        return (
          <li key={keyOf(finding)}>
            <div
              role="group"
              aria-labelledby={textId}
              className={mergeClasses(card, styles.bar, rowId !== undefined && styles.withButton)}
            >
              <Sign severity={finding.severity} />
              <p id={textId} className={styles.body}>
                {finding.severity !== 'info' && (
                  <span className={styles.severity}>
                    {words.t(`severity.${finding.severity}`)}{' '}
                  </span>
                )}
                {findingWords(words, finding)}
              </p>
              {rowId !== undefined && (
                <div className={styles.actions}>
                  <ShowButton
                    label={words.t('window.overview.show')}
                    describedBy={textId}
                    onClick={() => {
                      onShow(rowId)
                    }}
                  />
                </div>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
})

/** What two findings of one code differ in. */
function keyOf({ code, subject, values = {} }: Finding): string {
  const { pid = '', name = '', port = '', what = '' } = values
  return [code, subject, pid, name, port, what].join(' ')
}
