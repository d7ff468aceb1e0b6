/**
 * Details of one process of the catalogue: verdict with its four facts, what to do, whether it may be stopped, its memory,
 * what it does; the rest is folded. Of what is not genuine only the verdict and the evidence are told: what Apple's
 * program does says nothing about another.
 */
import { lazy, Suspense, memo } from 'react'
import type {
  Catalogue,
  CatalogueProcess,
} from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import type { ProcessAutostart } from '../../../shared/model/autostart.ts'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { InspectedProcess, Instance } from '../../../shared/model/inspection.ts'
import type { ListedProcess, PcLoad } from '../../../shared/model/process.ts'
import type { CatalogueService } from '../../../shared/model/service.ts'
import { absenceWords } from '../../../shared/text/fact-words.ts'
import { wordsOfProcess } from '../../../shared/text/process-words.ts'
import { isForeign, isOdd, shownTrust } from '../../inspection/shown-trust.ts'
import { Section } from '../../parts/Section.tsx'
import { StatusSign, useStatusWord, type ShownStatus } from '../../parts/facts/StatusMark.tsx'
import { textFromData } from '../../text/text-from-data.ts'
import { catalogueDate } from '../../text/times.ts'
import { useWords } from '../../text/words-context.ts'
import type { Formats } from '../grid/formats.ts'
import { DetailsFacts } from './DetailsFacts.tsx'
import { DetailsFrame, type DetailsPlace } from './DetailsFrame.tsx'
import { DetailsNow } from './DetailsNow.tsx'
import { DetailsSources } from './DetailsSources.tsx'
import { Folded } from './Folded.tsx'
import { MemoryPart } from './MemoryPart.tsx'
import { OnlineCheck } from './OnlineCheck.tsx'
import { Evidence } from './Evidence.tsx'
import { RowFindings, VerdictPart } from './VerdictPart.tsx'

/** Its data is needed only beside a process that somebody reads about. */
const BetterWay = lazy(async () => ({
  default: (await import('../../myths/BetterWay.tsx')).BetterWay,
}))

interface Props extends DetailsPlace {
  readonly entry: CatalogueProcess
  readonly process: InspectedProcess | undefined
  /** The one of them that is told about; undefined while none runs. */
  readonly instance: Instance | undefined
  /** The same as the list has it now. */
  readonly listed: ListedProcess | undefined
  readonly status: ShownStatus
  readonly findings: readonly Finding[]
  readonly services: readonly CatalogueService[]
  readonly autostart: ProcessAutostart | undefined
  readonly catalogue: Catalogue
  readonly load: PcLoad | undefined
  readonly formats: Formats
  readonly isLive: boolean
  readonly tools: Pick<InspectorBridge, 'copyText' | 'showFile' | 'openTool' | 'checkOnline'>
  readonly onOpenSource: (sourceKey: string) => void
}

export const ProcessDetails = memo(function ProcessDetails(props: Props) {
  const { entry, process, instance, listed, status, findings, catalogue, formats, load } = props
  const { isLive, tools, onOpenSource } = props
  const words = useWords()
  const { t } = words
  const { name } = wordsOfProcess(words, entry.id)
  const trust = instance && shownTrust(instance)
  const isOthers = trust !== undefined && isForeign(trust)
  const isBad = isOthers || (trust !== undefined && isOdd(trust))
  return (
    <DetailsFrame
      name={isOthers ? entry.imageName : name}
      label={entry.imageName}
      about={[
        ...(isOthers ? [] : [entry.imageName]),
        ...(instance === undefined ? [] : [t('processes.pid', { pid: String(instance.pid) })]),
      ]}
      {...placeOf(props)}
    >
      {instance === undefined ? (
        <Absence process={process} status={status} />
      ) : (
        <VerdictPart process={instance} findings={findings} />
      )}
      {isLive && instance !== undefined && <OnlineCheck process={instance} bridge={tools} />}
      <RowFindings findings={findings} isLive={isLive} bridge={tools} />
      {!isBad && (
        <>
          <StopPart entry={entry} />
          {instance !== undefined && (
            <MemoryPart
              entryId={entry.id}
              process={listed ?? instance}
              load={load}
              formats={formats}
              sources={catalogue.sources}
              onOpenSource={onOpenSource}
            />
          )}
        </>
      )}
      {isOthers ? (
        <Section title={t('window.details.what')}>
          <p>{t('processes.notApples')}</p>
        </Section>
      ) : (
        <WhatPart entry={entry} />
      )}
      <Rest {...props} isBad={isBad} />
    </DetailsFrame>
  )
})

export function placeOf({ headingRef, onBack, onClose }: DetailsPlace): DetailsPlace {
  return { headingRef, onBack, onClose }
}

function Absence({ process, status }: Pick<Props, 'process' | 'status'>) {
  const words = useWords()
  const { t } = words
  const absence = status === 'not-running' ? process?.absence : undefined
  return (
    <Section title={t('window.details.now')}>
      <p>
        <StatusSign status={status} isMissed={absence?.isNormal === false} />{' '}
        {useStatusWord(status)}
      </p>
      {absence && (
        <p>
          {absenceWords(words, absence)}{' '}
          {absence.isNormal !== null &&
            t(absence.isNormal ? 'window.normal.sentenceYes' : 'window.normal.sentenceNo')}
        </p>
      )}
    </Section>
  )
}

/** What Apple no longer needs may go; all else is better left alone. */
function StopPart({ entry }: Pick<Props, 'entry'>) {
  const words = useWords()
  const { t, language } = words
  const { ifDisabled } = wordsOfProcess(words, entry.id)
  const { retired } = entry
  return (
    <Section title={t('processes.stop.title')}>
      <p>
        {/* Nobody but its user can tell whether an app of theirs may be closed. */}
        {(retired !== undefined || entry.group !== 'related') && (
          <b>{t(retired ? 'processes.stop.yes' : 'processes.stop.no')} </b>
        )}
        {ifDisabled}
      </p>
      {retired && (
        <p>
          {textFromData(words, `retired.${retired.why}`, retired.why)}{' '}
          {retired.since !== null &&
            t('window.details.retiredSince', { since: catalogueDate(language, retired.since) })}
        </p>
      )}
    </Section>
  )
}

function WhatPart({ entry }: Pick<Props, 'entry'>) {
  const words = useWords()
  const { t } = words
  const { what, note } = wordsOfProcess(words, entry.id)
  return (
    <>
      <Section title={t('window.details.what')}>
        <p>{what}</p>
      </Section>
      {note !== undefined && (
        <Section title={t('window.details.note')}>
          <p>{note}</p>
        </Section>
      )}
    </>
  )
}

function Rest(props: Props & { readonly isBad: boolean }) {
  const { entry, instance, services, autostart, catalogue, isBad } = props
  const { tools, onOpenSource } = props
  const { t } = useWords()
  return (
    <div className="folded">
      {instance !== undefined && (
        <Folded title={t('processes.fold.file')}>
          <Evidence process={instance} tools={tools} />
        </Folded>
      )}
      {!isBad && (
        <>
          <Folded title={t('processes.fold.now')}>
            <DetailsNow entry={entry} services={services} autostart={autostart} />
          </Folded>
          <Suspense fallback={null}>
            <BetterWay
              entryId={entry.id}
              isSwitchedOff={autostart?.state === 'off'}
              sources={catalogue.sources}
              onOpenSource={onOpenSource}
            />
          </Suspense>
        </>
      )}
      <Folded title={t('window.details.facts')}>
        <DetailsFacts entry={entry} editions={catalogue.editions} />
      </Folded>
      {!isBad && (
        <Folded title={t('window.details.sources')}>
          <DetailsSources entry={entry} sources={catalogue.sources} onOpenSource={onOpenSource} />
        </Folded>
      )}
    </div>
  )
}
