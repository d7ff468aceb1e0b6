/** Details of a program that is not in the catalogue. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, memo, Suspense } from 'react'
import type { Catalogue } from '../../../shared/catalogue/schema.ts'
import type { ExaminedProcess, LookAlike } from '../../../shared/model/inspection.ts'
import { lookAlikeWords } from '../../../shared/text/fact-words.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { shownTrust } from '../../inspection/shown-trust.ts'
import type { FileTools } from '../../parts/facts/ImageFile.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../text/words-context.ts'
import { DetailsFrame, type DetailsPlace } from './DetailsFrame.tsx'
import { Evidence, Passport } from '../Passport.tsx'

/** It brings the catalogue of other programs. */
const OtherAppleText = lazy(async () => ({
  default: (await import('./OtherAppleText.tsx')).OtherAppleText,
}))

const useStyles = makeStyles({
  advice: {
    marginTop: '8px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    paddingInlineStart: '12px',
  },
  evidence: { display: 'grid', gap: '8px' },
})

interface Props<P> extends DetailsPlace {
  readonly process: P
  readonly tools: FileTools
}

interface LookAlikeProps extends Props<LookAlike> {
  readonly hasEnded: boolean
}

export const LookAlikeDetails = memo(function LookAlikeDetails(props: LookAlikeProps) {
  const { process, hasEnded, tools, headingRef, onBack } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  return (
    <DetailsFrame
      name={shortText(process.name)}
      about={[t('window.group.look-alike.title')]}
      trust={shownTrust(process)}
      headingRef={headingRef}
      onBack={onBack}
    >
      {hasEnded && (
        <Section title={t('window.details.now')}>
          <p>{t('lookAlike.ended')}</p>
        </Section>
      )}
      <Section title={t('window.details.resembles')}>
        <p>{lookAlikeWords(words, process)}</p>
        <p className={styles.advice}>{t('lookAlike.advice')}</p>
      </Section>
      <Section title={t('window.details.evidence', { name: process.resembles })}>
        <Passport process={process} tools={tools} />
      </Section>
    </DetailsFrame>
  )
})

interface OtherAppleProps extends Props<ExaminedProcess> {
  readonly catalogue: Catalogue
  readonly onOpenSource: (sourceKey: string) => void
}

export const OtherAppleDetails = memo(function OtherAppleDetails(props: OtherAppleProps) {
  const { process, tools, catalogue, onOpenSource, headingRef, onBack } = props
  const { t } = useWords()
  const styles = useStyles()
  const { name, version } = process
  const description = version.state === 'known' ? version.value.fileDescription : null
  return (
    <DetailsFrame
      name={shortText(name)}
      about={[
        ...(description === null || description.trim() === '' ? [] : [shortText(description)]),
        t('window.group.other-apple.title'),
      ]}
      trust="from-apple"
      headingRef={headingRef}
      onBack={onBack}
    >
      <Section title={t('window.details.what')}>
        <Suspense fallback={null}>
          <OtherAppleText name={name} catalogue={catalogue} onOpenSource={onOpenSource} />
        </Suspense>
      </Section>
      <Section title={t('window.details.known')}>
        <div className={styles.evidence}>
          <Evidence process={process} tools={tools} />
        </div>
      </Section>
    </DetailsFrame>
  )
})
