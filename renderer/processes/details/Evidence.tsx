/** What is known of any running program, without a verdict: file, signature, and how it runs. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { ExaminedProcess } from '../../../shared/model/inspection.ts'
import { FactList } from '../../parts/facts/FactList.tsx'
import { ImageFile, type FileTools } from '../../parts/facts/ImageFile.tsx'
import { howLongAgo } from '../../text/times.ts'
import { useMinute } from '../../text/use-minute.ts'
import { useWords } from '../../text/words-context.ts'
import { runningFacts } from './running-facts.tsx'
import { signatureFacts } from './signature-facts.tsx'

const useStyles = makeStyles({
  part: { marginTop: '4px' },
  title: {
    marginBottom: '4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
})

interface EvidenceProps {
  readonly process: ExaminedProcess
  readonly tools: FileTools
}

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
