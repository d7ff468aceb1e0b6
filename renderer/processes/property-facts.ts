/** The facts of the Properties, as names and texts: drawn in the dialog, and copied as they are. */
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import type { Probe } from '../../shared/model/probe.ts'
import { shownMemory } from '../../shared/model/process.ts'
import { label } from '../../shared/text/label.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { dayAndTime } from '../text/times.ts'
import { seenVerdict } from './grid/cell-text.ts'
import type { Formats } from './grid/formats.ts'
import type { Row } from './process-rows.ts'
import { publisherWords } from './publisher-words.ts'
import type { Relatives } from './Family.tsx'
import type { Seen } from './seen.ts'

export interface PropertyFact {
  readonly name: string
  readonly value: string
  readonly isMono?: boolean
  readonly isUnknown?: boolean
}

function of<T>(
  words: Words,
  name: string,
  probe: Probe<T>,
  show: (value: T) => string,
  isMono = false,
): PropertyFact {
  if (probe.state === 'known') return { name, value: visibleText(show(probe.value)), isMono }
  const reason = reasonWords(words, probe.reason)
  return { name, value: words.t('window.details.unknown', { reason }), isUnknown: true }
}

interface About {
  readonly row: Row
  readonly seen: Seen
  readonly process: ExaminedProcess | undefined
  /** The verdict stands above already. */
  readonly isJudged: boolean
  readonly family: Relatives
}

export function generalFacts(
  words: Words,
  formats: Formats,
  { row, seen, process, isJudged, family }: About,
): readonly PropertyFact[] {
  const { t, language } = words
  const { process: listed } = row
  const text = (value: string) => value
  const parent = family.above[0]
  const started = of(words, t('processes.column.started'), listed.startedAtUtc, (utc) =>
    parent === undefined
      ? dayAndTime(language, utc)
      : t('processes.startedBy', {
          time: dayAndTime(language, utc),
          name: parent.name,
          pid: String(parent.process.pid),
        }),
  )
  const { privateBytes, workingSetBytes } = listed
  const memory =
    privateBytes?.state === 'known' && workingSetBytes.state === 'known'
      ? {
          name: t('processes.column.memory'),
          value: t('processes.memory.both', {
            own: formats.size(privateBytes.value),
            all: formats.size(workingSetBytes.value),
          }),
        }
      : of(words, t('processes.column.memory'), shownMemory(listed), formats.size)
  const cpuMs = listed.cpuMs?.state === 'known' ? listed.cpuMs.value : undefined
  return [
    ...(isJudged ? [] : [{ name: t('processes.column.verdict'), value: seenVerdict(words, seen) }]),
    ...(seen.publisher === null
      ? []
      : [{ name: t('processes.column.publisher'), value: publisherWords(words, seen.publisher) }]),
    of(words, t('window.details.path'), seen.path, text, true),
    of(words, t('processes.column.commandLine'), seen.commandLine, text, true),
    ...(process === undefined
      ? []
      : [
          of(
            words,
            t('window.passport.version'),
            process.version,
            (info) =>
              info.fixedFileVersion ??
              info.fileVersion ??
              info.productVersion ??
              t('window.passport.noVersion'),
          ),
          of(
            words,
            t('window.passport.owner'),
            process.owner,
            ({ account, securityId, integrity }) =>
              integrity === null
                ? (account ?? securityId)
                : `${account ?? securityId} · ${t(`window.integrity.${integrity}`)}`,
          ),
        ]),
    started,
    memory,
    ...(row.cpu === null && cpuMs === undefined
      ? []
      : [
          {
            name: t('processes.column.cpu'),
            value: [
              ...(row.cpu === null
                ? []
                : [t('processes.cpu.now', { share: formats.share(row.cpu) })]),
              ...(cpuMs === undefined
                ? []
                : [t('processes.cpu.all', { seconds: formats.count(Math.round(cpuMs / 1000)) })]),
            ].join(', '),
          },
        ]),
    of(words, t('window.passport.counts'), listed.counts, ({ sessionId, threads, handles }) =>
      [
        t('window.passport.session', { id: sessionId }),
        t('window.passport.threads', { count: threads }),
        t('window.passport.handles', { count: handles }),
      ].join(' · '),
    ),
  ]
}

export function signatureTab(
  words: Words,
  process: ExaminedProcess | undefined,
): readonly PropertyFact[] {
  if (process === undefined) return []
  const { t, language } = words
  const { signature, version } = process
  const said = (name: string, value: string | null | undefined): readonly PropertyFact[] =>
    value === null || value === undefined || value.trim() === ''
      ? []
      : [{ name, value: visibleText(value) }]
  const says = version.state === 'known' ? version.value : undefined
  return [
    of(words, t('window.details.signer'), signature, ({ verdict, signer }) =>
      t(`allProcesses.signature.${verdict}`, {
        signer:
          [signer?.commonName, signer?.organization].find(
            (name) => name !== undefined && name !== '',
          ) ?? t('allProcesses.signature.nameless'),
      }),
    ),
    ...(signature.state === 'known'
      ? [
          ...said(t('window.passport.issuer'), signature.value.issuer),
          ...said(
            t('window.passport.stamped'),
            signature.value.stampedAtUtc && dayAndTime(language, signature.value.stampedAtUtc),
          ),
        ]
      : []),
    ...said(t('window.passport.description'), says?.fileDescription),
    ...said(t('window.passport.product'), says?.productName),
    ...said(t('window.passport.company'), says?.companyName),
    ...said(t('processes.originalName'), says?.originalFilename),
  ]
}

export function serviceFacts(words: Words, { services }: Seen): readonly PropertyFact[] {
  const { t } = words
  return [
    of(words, t('window.passport.services'), services, (names) =>
      names.length === 0 ? t('window.passport.noServices') : names.join(', '),
    ),
  ]
}

/** One line for each, for a ticket. */
export function textOfFacts(words: Words, facts: readonly PropertyFact[]): string {
  return facts.map(({ name, value }) => `${label(words, name)} ${value}`).join('\n')
}
