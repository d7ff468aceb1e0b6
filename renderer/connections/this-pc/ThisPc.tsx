/** This PC's own side of its connections. Read, never changed, and nothing connects for it. */
import { makeStyles } from '@fluentui/react-components'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import type { ConnectionsLook } from '../../../shared/connections/connections-look.ts'
import type { LookFailure } from '../../text/failure-words.ts'
import { FailurePanel } from '../../parts/FailurePanel.tsx'
import { clockTime, dayAndTime } from '../../text/times.ts'
import { useWords } from '../../text/words-context.ts'
import type { Loaded } from '../../inspection/use-local-connections.ts'
import type { SourceAccess } from '../servers/EvidenceList.tsx'
import { FirewallRules } from './FirewallRules.tsx'
import { HostsFile } from './HostsFile.tsx'
import { LoadingLines } from '../LoadingLines.tsx'
import { LocalPorts } from './LocalPorts.tsx'
import { Panel } from '../Panel.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '20px' },
})

interface Props extends SourceAccess {
  readonly look: Loaded<ConnectionsLook, LookFailure>
  /** Undefined where nobody can look again. */
  readonly onLook: (() => void) | undefined
  readonly onCopy: InspectorBridge['copyText']
}

export function ThisPc({ look, onLook, onCopy, ...access }: Props) {
  const { t, language } = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  return (
    <div
      className={styles.parts}
      role="region"
      aria-label={t('connectionView.thisPc.title')}
      aria-busy={look.state === 'waiting'}
    >
      {look.state === 'waiting' && (
        <>
          {(['hosts.title', 'thisPc.portsTitle', 'firewall.title'] as const).map((key) => (
            <Panel key={key} title={t(`connectionView.${key}`)}>
              <LoadingLines label={t('connectionView.thisPc.loading')} count={3} />
            </Panel>
          ))}
        </>
      )}
      {look.state === 'failed' && onLook !== undefined && (
        <FailurePanel failure={look.failure} onRetry={onLook} onCopy={onCopy} />
      )}
      {look.state === 'ready' && (
        <>
          <HostsFile hostsFile={look.value.hostsFile} onCopy={onCopy} {...access} />
          <LocalPorts ports={look.value.ports} {...access} />
          <FirewallRules firewall={look.value.firewall} />
          <p className={text.soft}>
            {t('connectionView.thisPc.looked', {
              time:
                onLook === undefined
                  ? dayAndTime(language, look.value.takenAtUtc)
                  : clockTime(look.value.takenAtUtc),
            })}
          </p>
        </>
      )}
    </div>
  )
}
