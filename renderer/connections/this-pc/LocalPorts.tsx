/** Who listens on the ports of Apple's programs on this PC, and is that as it should be? */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { PortJudgement } from '../../../shared/connections/judge-ports.ts'
import { textFromData } from '../../text/text-from-data.ts'
import { useWords } from '../../text/words-context.ts'
import { EvidenceList, type SourceAccess } from '../servers/EvidenceList.tsx'
import { Panel } from '../Panel.tsx'
import { portWords, type PortMark } from '../port-words.ts'
import { Sign, type SignKind } from '../Sign.tsx'
import { useTextStyles } from '../use-text-styles.ts'

const signs = {
  expected: 'good',
  free: 'empty',
  other: 'quiet',
  look: 'attention',
  unknown: 'unknown',
} as const satisfies Record<PortMark, SignKind>

const useStyles = makeStyles({
  list: { display: 'grid' },
  port: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: '0 10px',
    padding: '10px 0',
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '&:first-child': { paddingTop: '2px' },
    '&:last-child': { paddingBottom: '2px' },
  },
  sign: { paddingTop: '2px' },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '0 8px' },
  about: { '& summary': { cursor: 'pointer', minHeight: '24px', width: 'fit-content' } },
})

interface Props extends SourceAccess {
  readonly ports: readonly PortJudgement[]
}

export function LocalPorts({ ports, ...access }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <Panel title={t('connectionView.thisPc.portsTitle')}>
      <ul className={styles.list}>
        {ports.map((judgement) => (
          <LocalPort key={judgement.watched.id} judgement={judgement} {...access} />
        ))}
      </ul>
    </Panel>
  )
}

interface PortProps extends SourceAccess {
  readonly judgement: PortJudgement
}

function LocalPort({ judgement, ...access }: PortProps) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const { watched } = judgement
  const { mark, sentences } = portWords(words, judgement)
  const [first, ...rest] = sentences
  const values = { protocol: watched.protocol.toUpperCase(), port: watched.port }
  const port = t('connectionView.thisPc.portName', values)
  return (
    <li className={styles.port}>
      <span className={styles.sign}>
        <Sign kind={signs[mark]} />
      </span>
      <div>
        <h3 className={mergeClasses(styles.head, text.figures)}>
          <span className={text.strong}>{port}</span>
          <span className={text.soft}>{t(`connectionView.thisPc.mark.${mark}`)}</span>
        </h3>
        <p className={text.small}>
          {textFromData(words, `ports.port.${watched.id}.name`, watched.id)}
        </p>
        <p className={mergeClasses(text.small, text.foreign)}>{first}</p>
        {rest.length > 0 && (
          <p className={mergeClasses(mark === 'look' ? text.small : text.soft, text.foreign)}>
            {rest.join(' ')}
          </p>
        )}
        <details className={mergeClasses(text.soft, styles.about)}>
          <summary>{t('connectionView.thisPc.about', { port })}</summary>
          <p>{textFromData(words, `ports.port.${watched.id}.what`, '')}</p>
          <EvidenceList
            claims={[{ fact: t('connectionView.details.purpose'), evidence: watched }]}
            {...access}
          />
        </details>
      </div>
    </li>
  )
}
