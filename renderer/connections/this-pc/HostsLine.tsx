/** One line of the hosts file, and how to undo it. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { HostsFinding } from '../../../shared/connections/judge-hosts.ts'
import { hostsWords } from '../../../shared/text/hosts-words.ts'
import { FoldSummary } from '../../parts/facts/FoldSummary.tsx'
import { useWords } from '../../text/words-context.ts'
import { EvidenceList, type SourceAccess } from '../servers/EvidenceList.tsx'
import { Sign } from '../Sign.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', gap: '0 10px' },
  sign: { paddingTop: '2px' },
  words: { display: 'grid', gap: '6px' },
  undo: { marginTop: '4px' },
  errors: { display: 'grid', gap: '2px' },
  folded: { '& summary': { cursor: 'pointer', minHeight: '24px', width: 'fit-content' } },
})

interface Props extends SourceAccess {
  readonly finding: HostsFinding
  readonly path: string
}

export function HostsLine({ finding, path, ...access }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const { what, why, whose, causes, undo, errors } = hostsWords(words, finding, path)
  const about = t('connectionView.hosts.line', { line: finding.lineNumber })
  const more = [why, whose].filter((sentence) => sentence !== undefined)
  return (
    <li className={styles.line}>
      <span className={styles.sign}>
        <Sign kind={finding.severity === 'info' ? 'quiet' : 'attention'} />
      </span>
      <div className={styles.words}>
        <div>
          <h3 className={text.strong}>
            {about}
            {finding.severity !== 'info' && ` · ${t(`severity.${finding.severity}`)}`}
          </h3>
          <p className={text.foreign}>{what}</p>
          {more.length > 0 && (
            <p className={mergeClasses(text.soft, text.foreign)}>{more.join(' ')}</p>
          )}
        </div>
        {undo !== undefined && (
          <details className={mergeClasses(text.small, styles.folded)}>
            <FoldSummary about={about}>{t('connectionView.hosts.undo')}</FoldSummary>
            <p className={mergeClasses(text.foreign, styles.undo)}>{undo}</p>
          </details>
        )}
        {causes !== undefined && (
          <details className={mergeClasses(text.small, styles.folded)}>
            <FoldSummary about={about}>{causes}</FoldSummary>
            <ul className={styles.errors}>
              {errors.map(({ numbers, meaning }) => (
                <li key={numbers}>
                  {numbers}: {meaning}
                </li>
              ))}
            </ul>
          </details>
        )}
        <details className={mergeClasses(text.soft, styles.folded)}>
          <FoldSummary about={about}>{t('connectionView.details.sources')}</FoldSummary>
          <EvidenceList
            claims={[
              {
                fact: about,
                evidence: finding,
              },
            ]}
            {...access}
          />
        </details>
      </div>
    </li>
  )
}
