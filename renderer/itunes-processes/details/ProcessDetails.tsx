/** Details of one process of the catalogue. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, memo } from 'react'
import type { Catalogue, CatalogueProcess } from '../../../shared/catalogue/schema.ts'
import type { ProcessAutostart } from '../../../shared/model/autostart.ts'
import type { InspectedProcess } from '../../../shared/model/inspection.ts'
import type { CatalogueService } from '../../../shared/model/service.ts'
import { wordsOfProcess } from '../../../shared/text/process-words.ts'
import { worstTrust } from '../../inspection/shown-trust.ts'
import type { FileTools } from '../../parts/facts/ImageFile.tsx'
import { Section } from '../../parts/Section.tsx'
import type { ShownStatus } from '../../parts/facts/StatusMark.tsx'
import { textFromData } from '../../text/text-from-data.ts'
import { catalogueDate } from '../../text/times.ts'
import { useWords } from '../../text/words-context.ts'
import { DetailsFacts } from './DetailsFacts.tsx'
import { DetailsFrame, type DetailsPlace } from './DetailsFrame.tsx'
import { DetailsNow } from './DetailsNow.tsx'
import { DetailsSources } from './DetailsSources.tsx'
import { Passports } from '../Passports.tsx'

/** Its data is needed only beside a process that somebody reads about. */
const BetterWay = lazy(async () => ({
  default: (await import('../../myths/BetterWay.tsx')).BetterWay,
}))

const useStyles = makeStyles({
  advice: {
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    paddingInlineStart: '12px',
  },
})

interface Props extends DetailsPlace {
  readonly entry: CatalogueProcess
  readonly process: InspectedProcess | undefined
  readonly status: ShownStatus
  readonly services: readonly CatalogueService[]
  readonly autostart: ProcessAutostart | undefined
  readonly catalogue: Catalogue
  readonly tools: FileTools
  readonly onOpenSource: (sourceKey: string) => void
}

export const ProcessDetails = memo(function ProcessDetails(props: Props) {
  const { entry, process, status, services, autostart, catalogue, tools, headingRef, onBack } =
    props
  const words = useWords()
  const { t, language } = words
  const styles = useStyles()
  const { name, what, ifDisabled, note } = wordsOfProcess(words, entry.id)
  const group = textFromData(words, `group.${entry.group}.title`, entry.group)
  const { retired } = entry
  const instances = process?.instances ?? []
  return (
    <DetailsFrame
      name={entry.imageName}
      about={[name, group]}
      trust={status === 'running' ? worstTrust(instances) : undefined}
      headingRef={headingRef}
      onBack={onBack}
    >
      <Section title={t('window.details.what')}>
        <p>{what}</p>
      </Section>
      <Section title={t('window.details.ifDisabled')}>
        <p className={styles.advice}>{ifDisabled}</p>
      </Section>
      <Suspense fallback={null}>
        <BetterWay
          entryId={entry.id}
          isSwitchedOff={autostart?.state === 'off'}
          sources={catalogue.sources}
          onOpenSource={props.onOpenSource}
        />
      </Suspense>
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
      <DetailsNow
        entry={entry}
        process={process}
        status={status}
        services={services}
        autostart={autostart}
      />
      {/* Another process is another reader's choice of what is open. */}
      <Passports key={entry.id} instances={instances} tools={tools} />
      <DetailsFacts entry={entry} editions={catalogue.editions} />
      <DetailsSources entry={entry} sources={catalogue.sources} onOpenSource={props.onOpenSource} />
    </DetailsFrame>
  )
})
