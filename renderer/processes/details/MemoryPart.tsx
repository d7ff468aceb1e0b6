/** The memory part of the details: this PC’s figure beside what has been seen elsewhere. */
import { mergeEvidence } from '../../../shared/catalogue/confidence.ts'
import type { Catalogue } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import { isFarBeyond, usualMemoryOf } from '../../../shared/judge/usual-memory.ts'
import { shownMemory, type ListedProcess, type PcLoad } from '../../../shared/model/process.ts'
import { reasonWords } from '../../../shared/text/fact-words.ts'
import { Section } from '../../parts/Section.tsx'
import { FoldedSources } from '../../parts/facts/FoldedSources.tsx'
import { SourceLinks } from '../../parts/facts/SourceLinks.tsx'
import { useWords } from '../../text/words-context.ts'
import type { Formats } from '../grid/formats.ts'

interface Props {
  readonly entryId: string
  readonly process: ListedProcess
  readonly load: PcLoad | undefined
  readonly formats: Formats
  readonly sources: Catalogue['sources']
  readonly onOpenSource: (sourceKey: string) => void
}

export function MemoryPart(props: Props) {
  const { entryId, process, load, formats, sources, onOpenSource } = props
  const words = useWords()
  const { t } = words
  const memory = shownMemory(process)
  const usual = usualMemoryOf(entryId)
  const mb = (megabytes: number) => formats.size(megabytes * 1024 * 1024)
  if (memory.state !== 'known') {
    return (
      <Section title={t('processes.memory.title')}>
        <p>{t('window.details.unknown', { reason: reasonWords(words, memory.reason) })}</p>
      </Section>
    )
  }
  const isOwn = process.privateBytes?.state === 'known'
  const seen =
    usual &&
    (usual.fromMb === usual.toMb
      ? t('processes.memory.seenOne', { size: mb(usual.toMb) })
      : t('processes.memory.seen', { from: mb(usual.fromMb), to: mb(usual.toMb) }))
  return (
    <Section title={t('processes.memory.title')}>
      <p>
        <b>{formats.size(memory.value)}</b>{' '}
        {t(isOwn ? 'processes.memory.own' : 'processes.memory.whole')}{' '}
        {seen ?? t('processes.memory.noneSeen')}{' '}
        {usual &&
          t(
            isFarBeyond(memory.value, usual) ? 'processes.memory.beyond' : 'processes.memory.usual',
          )}{' '}
        {load &&
          t('processes.memory.pc', {
            used: formats.gigabytes(load.memoryInUseBytes),
            all: formats.gigabytes(load.memoryBytes),
          })}
      </p>
      {mergeEvidence([usual], sources).map(({ shown, sources: keys }) => (
        <FoldedSources key={shown} about={t('processes.memory.title')}>
          {t(`confidence.${shown}`)}
          {'. '}
          <SourceLinks keys={keys} sources={sources} onOpen={onOpenSource} />
        </FoldedSources>
      ))}
    </Section>
  )
}
