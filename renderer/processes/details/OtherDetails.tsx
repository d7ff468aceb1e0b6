/** Details of a program that is not in the catalogue. */
import { lazy, memo, Suspense } from 'react'
import type { Catalogue } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { ExaminedProcess, LookAlike } from '../../../shared/model/inspection.ts'
import { lookAlikeWords } from '../../../shared/text/fact-words.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { Pill } from '../../parts/Pill.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../text/words-context.ts'
import { DetailsFrame, type DetailsPlace } from './DetailsFrame.tsx'
import { Evidence } from './Evidence.tsx'
import { Folded } from './Folded.tsx'
import { OnlineCheck } from './OnlineCheck.tsx'
import { placeOf } from './ProcessDetails.tsx'
import { RowFindings, VerdictPart } from './VerdictPart.tsx'

/** It brings the catalogue of other programs. */
const OtherAppleText = lazy(async () => ({
  default: (await import('./OtherAppleText.tsx')).OtherAppleText,
}))

interface Props<P> extends DetailsPlace {
  readonly process: P
  readonly tools: Pick<InspectorBridge, 'copyText' | 'showFile' | 'openTool' | 'checkOnline'>
}

interface LookAlikeProps extends Props<LookAlike> {
  readonly hasEnded: boolean
  readonly findings: readonly Finding[]
  readonly isLive: boolean
}

export const LookAlikeDetails = memo(function LookAlikeDetails(props: LookAlikeProps) {
  const { process, hasEnded, findings, isLive, tools } = props
  const words = useWords()
  const { t } = words
  return (
    <DetailsFrame
      name={shortText(process.name)}
      about={[t('window.group.look-alike.title'), t('processes.pid', { pid: String(process.pid) })]}
      {...placeOf(props)}
    >
      {hasEnded && <p>{t('lookAlike.ended')}</p>}
      <Section title={t('window.details.resembles')}>
        <p>{lookAlikeWords(words, process)}</p>
      </Section>
      <Section title={t('window.details.evidence', { name: process.resembles })}>
        <VerdictPart process={process} findings={findings} />
      </Section>
      {isLive && <OnlineCheck process={process} bridge={tools} />}
      <RowFindings findings={findings} isLive={isLive} bridge={tools} />
      {findings.length === 0 && <p>{t('lookAlike.advice')}</p>}
      <div className="folded">
        <Folded title={t('processes.fold.file')}>
          <Evidence process={process} tools={tools} />
        </Folded>
      </div>
    </DetailsFrame>
  )
})

interface OtherAppleProps extends Props<ExaminedProcess> {
  readonly catalogue: Catalogue
  readonly onOpenSource: (sourceKey: string) => void
}

export const OtherAppleDetails = memo(function OtherAppleDetails(props: OtherAppleProps) {
  const { process, tools, catalogue, onOpenSource } = props
  const { t } = useWords()
  const { name, pid, version } = process
  const description = version.state === 'known' ? version.value.fileDescription : null
  return (
    <DetailsFrame
      name={shortText(name)}
      about={[
        ...(description === null || description.trim() === '' ? [] : [shortText(description)]),
        t('window.group.other-apple.title'),
        t('processes.pid', { pid: String(pid) }),
      ]}
      {...placeOf(props)}
    >
      <p className="verdict-line">
        <Pill level="info">{t('window.trust.from-apple')}</Pill>
      </p>
      <Section title={t('window.details.what')}>
        <Suspense fallback={null}>
          <OtherAppleText name={name} catalogue={catalogue} onOpenSource={onOpenSource} />
        </Suspense>
      </Section>
      <div className="folded">
        <Folded title={t('processes.fold.file')}>
          <Evidence process={process} tools={tools} />
        </Folded>
      </div>
    </DetailsFrame>
  )
})
