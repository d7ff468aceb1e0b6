/** Firewall rules that concern Apple's programs. */
import { makeStyles } from '@fluentui/react-components'
import type { ConnectionsLook } from '../../../shared/connections/connections-look.ts'
import { firewallRuleWords, firewallWords } from '../../../shared/text/port-words.ts'
import { useWords } from '../../text/words-context.ts'
import { Panel } from '../Panel.tsx'
import { Sign, type SignKind } from '../Sign.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'

const mostRules = 20

const useStyles = makeStyles({
  list: { display: 'grid', gap: '10px' },
  line: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', gap: '0 10px' },
  sign: { paddingTop: '2px' },
})

export function FirewallRules({ firewall }: { readonly firewall: ConnectionsLook['firewall'] }) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const title = t('connectionView.firewall.title')
  const { state, more } = firewallWords(words, firewall)
  const { rules, unreadable } =
    firewall.state === 'known' ? firewall.value : { rules: [], unreadable: 0 }
  const isAllKnown = firewall.state === 'known' && unreadable === 0
  const left = Math.max(0, rules.length - mostRules)
  return (
    <Panel title={title}>
      {state !== undefined && <State sign={isAllKnown ? 'good' : 'unknown'}>{state}</State>}
      {rules.length > 0 && (
        <ul className={styles.list}>
          {rules.slice(0, mostRules).map((rule, index) => {
            const { what, conditions } = firewallRuleWords(words, rule)
            return (
              <li key={`${rule.origin} ${rule.id} ${index}`} className={styles.line}>
                <span className={styles.sign}>
                  <Sign kind={rule.severity === 'info' ? 'quiet' : 'attention'} />
                </span>
                <div className={text.foreign}>
                  <p>{what}</p>
                  <p className={text.soft}>{conditions.join(' ')}</p>
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {left > 0 && <p>{t('connectionView.firewall.more', { count: left })}</p>}
      {more.map((sentence) => (
        <p key={sentence} className={text.soft}>
          {sentence}
        </p>
      ))}
    </Panel>
  )
}

function State({ sign, children }: { readonly sign: SignKind; readonly children: string }) {
  const styles = useStyles()
  return (
    <div className={styles.line}>
      <span className={styles.sign}>
        <Sign kind={sign} />
      </span>
      <p>{children}</p>
    </div>
  )
}
