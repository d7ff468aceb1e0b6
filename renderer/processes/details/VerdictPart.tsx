/** The verdict about a running program, with its four facts; and what to do where something is wrong with it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Instance } from '../../../shared/model/inspection.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { findingWords, reasonWords } from '../../../shared/text/fact-words.ts'
import { shownTrust } from '../../inspection/shown-trust.ts'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import { FindingAction } from '../../parts/FindingCard.tsx'
import { LevelSign } from '../../parts/LevelSign.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { findingsAbout, levelOf } from '../../inspection/verdict-level.ts'
import { FourFacts } from '../../parts/facts/FourFacts.tsx'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  part: { display: 'grid', gap: '10px', marginTop: '12px' },
  verdict: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' },
  soft: { color: tokens.colorNeutralForeground2 },
  finding: { display: 'grid', gap: '8px', marginTop: '12px', overflowWrap: 'anywhere' },
})

interface Props {
  readonly process: Instance
  /** Those about it. */
  readonly findings: readonly Finding[]
}

export function VerdictPart({ process, findings }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const trust = shownTrust(process)
  const level = levelOf(trust, findingsAbout(findings, process.pid))
  const { trustReason } = process
  return (
    <div className={styles.part}>
      <p className={styles.verdict}>
        <Pill level={level}>{t(`window.trust.${trust}`)}</Pill>
        <span>{t(`window.verdict.${trust}`)}</span>
      </p>
      {trust === 'cannot-tell' && trustReason !== null && (
        <p className={styles.soft}>
          {t('window.verdict.reason', { reason: reasonWords(words, trustReason) })}
        </p>
      )}
      <FourFacts facts={process.facts} />
    </div>
  )
}

interface FindingsProps {
  readonly findings: readonly Finding[]
  readonly isLive: boolean
  readonly bridge: Pick<InspectorBridge, 'openTool' | 'copyText'>
}

/** What was found about this row, each with the one thing to do. */
export function RowFindings({ findings, isLive, bridge }: FindingsProps) {
  const words = useWords()
  const styles = useStyles()
  return findings.map((finding) => {
    const { severity } = finding
    return (
      <div key={JSON.stringify(finding)} className={`card finding ${severity} ${styles.finding}`}>
        <p className={`level ${severity}`}>
          <LevelSign level={severity} /> {words.t(`severity.${severity}`)}
        </p>
        <p>{findingWords(words, finding)}</p>
        <FindingAction finding={finding} isLive={isLive} bridge={bridge} />
      </div>
    )
  })
}
