/** Does a rule of Windows Firewall block one of Apple's programs? */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ConnectionsLook } from '../../../shared/model/connections-look.ts'
import type { FirewallRule } from '../../../shared/model/firewall-rule.ts'
import { reasonWords } from '../../../shared/text/fact-words.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { useWords } from '../../text/words-context.ts'
import { Panel } from '../Panel.tsx'
import { Sign, type SignKind } from '../Sign.tsx'
import { useTextStyles } from '../use-text-styles.ts'

const mostRules = 20

const useStyles = makeStyles({
  list: { display: 'grid', gap: '10px' },
  line: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', gap: '0 10px' },
  sign: { paddingTop: '2px' },
})

function ruleWords(words: Words, rule: FirewallRule): readonly [string, string] {
  const { t } = words
  const { name, program, direction, isNarrowed, profiles, origin } = rule
  const values = {
    rule: shortText(name, 120),
    program: program === null ? t('connectionView.firewall.everyProgram') : shortText(program, 160),
  }
  const beside = [
    ...(isNarrowed ? [t('ports.firewall.narrowed')] : []),
    ...(profiles.length > 0
      ? [
          t('ports.firewall.profiles', {
            profiles: profiles
              .slice(0, 4)
              .map((profile) => shortText(profile, 40))
              .join(', '),
          }),
        ]
      : []),
    ...(origin === 'group-policy' ? [t('ports.firewall.group-policy')] : []),
  ]
  return [t(`ports.firewall.${direction}`, values), beside.join(' ')]
}

export function FirewallRules({ firewall }: { readonly firewall: ConnectionsLook['firewall'] }) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const title = t('connectionView.firewall.title')
  if (firewall.state !== 'known') {
    const reason = reasonWords(words, firewall.reason)
    return (
      <Panel title={title}>
        <State sign="unknown">{t('connectionView.firewall.unknown', { reason })}</State>
      </Panel>
    )
  }
  const { rules, unreadable } = firewall.value
  const left = Math.max(0, rules.length - mostRules)
  return (
    <Panel title={title}>
      {rules.length === 0 ? (
        <State sign={unreadable === 0 ? 'good' : 'unknown'}>{t('ports.firewall.none')}</State>
      ) : (
        <ul className={styles.list}>
          {rules.slice(0, mostRules).map((rule, index) => {
            const [sentence, beside] = ruleWords(words, rule)
            return (
              <li key={`${rule.origin} ${rule.id} ${index}`} className={styles.line}>
                <span className={styles.sign}>
                  <Sign kind="attention" />
                </span>
                <div className={text.foreign}>
                  <p>{sentence}</p>
                  <p className={text.soft}>{beside}</p>
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {left > 0 && <p>{t('connectionView.firewall.more', { count: left })}</p>}
      {unreadable > 0 && (
        <p className={text.soft}>{t('ports.firewall.not-read', { count: unreadable })}</p>
      )}
      {rules.length > 0 && (
        <p className={mergeClasses(text.soft)}>
          {t('connectionView.firewall.where', { where: t('ports.firewall.where') })}
        </p>
      )}
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
