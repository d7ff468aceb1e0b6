/** The hosts file of this PC. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import type { HostsLook } from '../../../shared/connections/connections-look.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { hostsFileWords } from '../../../shared/text/hosts-words.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { useWords } from '../../text/words-context.ts'
import { CopyableText } from '../CopyableText.tsx'
import type { SourceAccess } from '../servers/EvidenceList.tsx'
import { HostsLine } from './HostsLine.tsx'
import { Panel } from '../Panel.tsx'
import { Sign } from '../Sign.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'

/** Nobody reads more; how many there are is said. */
const mostLines = 50

const useStyles = makeStyles({
  state: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', gap: '0 10px' },
  sign: { paddingTop: '2px' },
  lines: { display: 'grid', gap: '14px' },
  path: { paddingTop: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
})

interface Props extends SourceAccess {
  readonly hostsFile: Probe<HostsLook>
  readonly onCopy: InspectorBridge['copyText']
}

export function HostsFile({ hostsFile, onCopy, ...access }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const state = hostsFileWords(words, hostsFile)
  if (hostsFile.state !== 'known') {
    return (
      <Panel title={t('connectionView.hosts.title')}>
        <div className={styles.state}>
          <Sign kind="unknown" />
          <p>{state}</p>
        </div>
      </Panel>
    )
  }
  const { path, entryCount, findings, omittedLineCount } = hostsFile.value
  const left = Math.max(0, findings.length - mostLines)
  return (
    <Panel title={t('connectionView.hosts.title')}>
      {state !== undefined ? (
        <div className={styles.state}>
          <span className={styles.sign}>
            <Sign kind="good" />
          </span>
          <p>{state}</p>
        </div>
      ) : (
        <ul className={styles.lines}>
          {findings.slice(0, mostLines).map((finding) => (
            <HostsLine
              key={`${finding.lineNumber} ${finding.code} ${finding.names[0] ?? ''}`}
              finding={finding}
              path={path}
              {...access}
            />
          ))}
        </ul>
      )}
      {left > 0 && <p>{t('connectionView.hosts.moreLines', { count: left })}</p>}
      {omittedLineCount > 0 && <p>{t('connections.hosts.omitted', { count: omittedLineCount })}</p>}
      <div className={mergeClasses(text.soft, styles.path)}>
        <CopyableText
          text={shortText(path)}
          copied={path}
          label={t('connectionView.hosts.copyPath')}
          onCopy={onCopy}
        />
        <p>{t('connectionView.hosts.entries', { count: entryCount })}</p>
      </div>
    </Panel>
  )
}
