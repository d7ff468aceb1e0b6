/**
 * The passport of one running program: verdict, four facts, and what else is known. Verdict, evidence, file,
 * signature, and how it runs.
 */
import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { ExaminedProcess, Instance } from '../../shared/model/inspection.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import { shownTrust } from '../inspection/shown-trust.ts'
import { FactList } from '../parts/facts/FactList.tsx'
import { FourFacts } from '../parts/facts/FourFacts.tsx'
import { ImageFile, type FileTools } from '../parts/facts/ImageFile.tsx'
import { TrustBadge } from '../parts/facts/TrustBadge.tsx'
import { howLongAgo } from '../text/times.ts'
import { useMinute } from '../text/use-minute.ts'
import { useWords } from '../text/words-context.ts'
import { runningFacts } from './details/running-facts.tsx'
import { signatureFacts } from './details/signature-facts.tsx'

const useStyles = makeStyles({
  passport: { display: 'grid', gap: '8px' },
  verdict: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  part: { marginTop: '4px' },
  title: {
    marginBottom: '4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
})

interface Props {
  readonly process: Instance
  readonly tools: FileTools
}

/** For what was held against the catalogue. */
export const Passport = memo(function Passport({ process, tools }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const trust = shownTrust(process)
  const { trustReason } = process
  return (
    <div className={styles.passport}>
      <p className={styles.verdict}>
        <TrustBadge trust={trust} />
        <span>{t(`window.verdict.${trust}`)}</span>
      </p>
      {trust === 'cannot-tell' && trustReason !== null && (
        <p className={styles.small}>
          {t('window.verdict.reason', { reason: reasonWords(words, trustReason) })}
        </p>
      )}
      <FourFacts facts={process.facts} />
      <Evidence process={process} tools={tools} />
    </div>
  )
})

interface EvidenceProps {
  readonly process: ExaminedProcess
  readonly tools: FileTools
}

/** What is known of any running program, without a verdict. */
export const Evidence = memo(function Evidence({ process, tools }: EvidenceProps) {
  const words = useWords()
  const { t, language } = words
  const styles = useStyles()
  const nowMs = useMinute()
  const { startedAtUtc } = process
  const ago =
    startedAtUtc.state === 'known' ? howLongAgo(language, startedAtUtc.value, nowMs) : undefined
  return (
    <>
      <ImageFile process={process} tools={tools} />
      <div className={styles.part}>
        <h4 className={styles.title}>{t('window.passport.file')}</h4>
        <FactList facts={signatureFacts(words, process)} />
      </div>
      <div className={styles.part}>
        <h4 className={styles.title}>{t('window.passport.run')}</h4>
        <FactList facts={runningFacts(words, process, ago)} />
      </div>
    </>
  )
})
