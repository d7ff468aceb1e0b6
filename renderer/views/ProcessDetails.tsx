/** What should somebody know about one process before they do anything to it? */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { memo, type Ref } from 'react'
import type { Catalogue, CatalogueProcess } from '../../shared/catalogue/schema.ts'
import type { InspectedProcess } from '../../shared/model/inspection.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import { Section } from '../parts/Section.tsx'
import type { ShownStatus } from '../parts/StatusMark.tsx'
import { textFromData } from '../text/text-from-data.ts'
import { catalogueDate } from '../text/times.ts'
import { useWords } from '../text/words-context.ts'
import { DetailsFacts } from './DetailsFacts.tsx'
import { DetailsNow } from './DetailsNow.tsx'
import { DetailsSources } from './DetailsSources.tsx'

const useStyles = makeStyles({
  back: { marginBottom: '8px', marginInlineStart: '-8px' },
  name: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  advice: {
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    paddingInlineStart: '12px',
  },
})

interface Props {
  readonly entry: CatalogueProcess
  readonly process: InspectedProcess | undefined
  readonly status: ShownStatus
  readonly catalogue: Catalogue
  readonly headingRef: Ref<HTMLHeadingElement>
  /** Present where the details lie over the list. */
  readonly onBack: (() => void) | undefined
  readonly onOpenSource: (sourceKey: string) => void
}

export const ProcessDetails = memo(function ProcessDetails(props: Props) {
  const { entry, process, status, catalogue, onBack } = props
  const words = useWords()
  const { t, language } = words
  const styles = useStyles()
  const { name, what, ifDisabled, note } = wordsOfProcess(words, entry.id)
  const group = textFromData(words, `group.${entry.group}.title`, entry.group)
  const { retired } = entry
  return (
    <article aria-label={t('window.details.label', { name: entry.imageName })}>
      {onBack && (
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          onClick={onBack}
        >
          {t('window.details.back')}
        </Button>
      )}
      <h2 ref={props.headingRef} tabIndex={-1} className={styles.name}>
        {entry.imageName}
      </h2>
      <p className={styles.soft}>{[name, group].join(' · ')}</p>
      <Section title={t('window.details.what')}>
        <p>{what}</p>
      </Section>
      <Section title={t('window.details.ifDisabled')}>
        <p className={styles.advice}>{ifDisabled}</p>
      </Section>
      {note !== undefined && (
        <Section title={t('window.details.note')}>
          <p>{note}</p>
        </Section>
      )}
      {retired && (
        <Section title={t('window.details.retired')}>
          <p>
            {textFromData(words, `retired.${retired.why}`, retired.why)}{' '}
            {retired.since !== null &&
              t('window.details.retiredSince', { since: catalogueDate(language, retired.since) })}
          </p>
        </Section>
      )}
      <DetailsNow entry={entry} process={process} status={status} />
      <DetailsFacts entry={entry} editions={catalogue.editions} />
      <DetailsSources entry={entry} sources={catalogue.sources} onOpenSource={props.onOpenSource} />
    </article>
  )
})
