/** The local ports of Apple's programs. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { PortJudgement } from '../../../shared/connections/judge-ports.ts'
import { portsUnknownWords, portWords } from '../../../shared/text/port-words.ts'
import { useWords } from '../../text/words-context.ts'
import { EvidenceList, type SourceAccess } from '../servers/EvidenceList.tsx'
import { Panel } from '../Panel.tsx'
import { Sign, type SignKind } from '../Sign.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'

type PortMark = 'expected' | 'free' | 'other' | 'look' | 'unknown'

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
  const words = useWords()
  const styles = useStyles()
  const title = words.t('connectionView.thisPc.portsTitle')
  const unknown = portsUnknownWords(words, ports)
  if (unknown !== undefined) {
    return (
      <Panel title={title}>
        <div className={styles.port}>
          <span className={styles.sign}>
            <Sign kind="unknown" />
          </span>
          <p>{unknown}</p>
        </div>
      </Panel>
    )
  }
  return (
    <Panel title={title}>
      <ul className={styles.list}>
        {ports.map((judgement) => (
          <LocalPort key={judgement.watched.id} judgement={judgement} {...access} />
        ))}
      </ul>
    </Panel>
  )
}

function portMark({ verdict, isNormal }: PortJudgement): PortMark {
  if (isNormal === false) return 'look'
  switch (verdict) {
    case 'owner-expected':
      return 'expected'
    case 'nobody':
      return isNormal === null ? 'unknown' : 'free'
    case 'owner-other':
      return isNormal === null ? 'unknown' : 'other'
    case 'cannot-tell':
      return 'unknown'
  }
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
  const mark = portMark(judgement)
  const { name, what, verdict, notes } = portWords(words, judgement)
  const values = { protocol: watched.protocol.toUpperCase(), port: watched.port }
  const port = t('connectionView.thisPc.portName', values)
  const said = notes.length > 0 && (
    <p className={mergeClasses(text.small, text.foreign)}>{notes.join(' ')}</p>
  )
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
        <p className={text.small}>{name}</p>
        <p className={mergeClasses(text.small, text.foreign)}>{verdict}</p>
        {mark === 'look' && said}
        <details className={mergeClasses(text.soft, styles.about)}>
          <summary>{t('connectionView.thisPc.about', { port })}</summary>
          {mark !== 'look' && said}
          <div>{what}</div>
          <EvidenceList
            claims={[{ fact: t('connectionView.details.purpose'), evidence: watched }]}
            {...access}
          />
        </details>
      </div>
    </li>
  )
}
