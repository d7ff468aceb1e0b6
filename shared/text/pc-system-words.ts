/** Apple's services, their failed starts, and what of Windows and its settings they depend on, as rows of a report. Only what is worth a line is told. */
import { imageNameKey } from '../catalogue/match.ts'
import { findOtherMaker } from '../catalogue/other-makers.ts'
import { isNamedLikeApples } from '../judge/apple-service.ts'
import { servicesOfWindows } from '../model/pc-parts.ts'
import type { PcFacts, PcService, ProxyKind } from '../model/pc-facts.ts'
import type { Probe } from '../model/probe.ts'
import { label } from './label.ts'
import { probeWords, serviceStateWords, startTypeWords } from './pc-part-words.ts'
import type { Words } from './texts.ts'
import { shortText } from './visible-text.ts'

export interface PcRow {
  readonly label: string
  readonly parts: readonly string[]
}

/** A log may hold many of one night. */
const mostEvents = 5

export function serviceRows(words: Words, pc: PcFacts): readonly PcRow[] {
  const { t } = words
  const { services, serviceEvents } = pc
  return [
    {
      label: t('services.title'),
      parts:
        services.state === 'known'
          ? services.value.filter(isWorthALine).map((one) => serviceRow(words, one))
          : [probeWords(words, services, () => '')],
    },
    {
      label: t('pc.failedStarts'),
      parts:
        serviceEvents.state === 'known'
          ? serviceEvents.value.slice(0, mostEvents).map(({ id, keyName, atUtc }) =>
              t('pc.eventAt', {
                name: shortText(keyName, 80),
                what: t(`pc.event.${id}`),
                time: timeWords(words, atUtc),
              }),
            )
          : [],
    },
  ]
}

/** Windows's own only where it cannot start; those of other companies have a row of their own. */
function isWorthALine(service: PcService): boolean {
  const { maker, keyName, setUp } = service
  if (maker === 'windows' || (maker === 'unknown' && isNamedLikeWindows(keyName)))
    return setUp.state === 'known' && setUp.value.startType === 'disabled'
  return (
    // Whoever made what it starts.
    isNamedLikeApples(service) ||
    (maker !== 'other' && findOtherMaker('service', keyName) === undefined)
  )
}

/** `Bonjour Service (Running, Automatic)` */
function serviceRow(words: Words, service: PcService): string {
  const { displayName, setUp, isProgramThere } = service
  const isGone = isProgramThere.state === 'known' && !isProgramThere.value
  const told = [
    serviceStateWords(words, service),
    probeWords(words, setUp, (value) => startTypeWords(words, value)),
  ]
  const name = `${shortText(displayName, 80)} (${told.join(', ')})`
  return isGone ? `${label(words, name)} ${words.t('service.programGone')}` : name
}

/** Where nobody could check the signature of their files. */
const isNamedLikeWindows = (keyName: string): boolean =>
  servicesOfWindows.some((one) => imageNameKey(one) === imageNameKey(keyName))

export function systemRows(words: Words, pc: PcFacts): readonly PcRow[] {
  const { t } = words
  const { neededFiles, nameProvider, driverPolicies, network } = pc
  const provider = nameProvider.state === 'known' ? nameProvider.value : null
  const files = [...neededFiles, ...(provider === null ? [] : [provider])]
  const missing = files.filter(({ isThere }) => isThere.state === 'known' && !isThere.value)
  return [
    { label: 'Windows', parts: windowsParts(words, pc) },
    {
      label: t('pc.missingFiles'),
      parts: [...new Set(missing.map(({ path }) => shortText(path)))],
    },
    {
      label: t('pc.driverUpdates'),
      parts:
        driverPolicies.state === 'known' &&
        (driverPolicies.value.searchOrderConfig === 0 ||
          driverPolicies.value.excludeDriversInQualityUpdate === 1)
          ? [t('pc.driverUpdatesOff')]
          : [],
    },
    {
      label: t('pc.proxy'),
      parts: [
        ...proxyParts(words, network.userProxy, (kind) => t('pc.proxyUser', { kind })),
        ...proxyParts(words, network.machineProxy, (kind) => t('pc.proxyServices', { kind })),
      ],
    },
  ]
}

/** None, and Windows's own "Automatically detect settings", are as they come. */
function proxyParts(
  { t }: Words,
  proxy: Probe<ProxyKind>,
  write: (kind: string) => string,
): readonly string[] {
  if (proxy.state !== 'known') return []
  const { value } = proxy
  return value === 'script' || value === 'fixed' ? [write(t(`pc.proxyKind.${value}`))] : []
}

function windowsParts(words: Words, { windows }: PcFacts): readonly string[] {
  const { t } = words
  if (windows.state !== 'known') return [probeWords(words, windows, () => '')]
  const { editionId, startedAtUtc, isLsaProtected, hasMediaFeatures } = windows.value
  return [
    ...(editionId === null ? [] : [shortText(editionId, 40)]),
    ...(startedAtUtc === null ? [] : [t('pc.since', { time: timeWords(words, startedAtUtc) })]),
    ...(isLsaProtected.state === 'known'
      ? [t(isLsaProtected.value ? 'pc.lsaOn' : 'pc.lsaOff')]
      : []),
    ...(hasMediaFeatures.state === 'known' && !hasMediaFeatures.value ? [t('pc.noMedia')] : []),
  ]
}

/** Null where all was read at once. */
export function keptWords(words: Words, { kept }: PcFacts): string | null {
  const [oldest] = kept.map(({ readAtUtc }) => readAtUtc).sort()
  return oldest === undefined ? null : words.t('pc.kept', { time: timeWords(words, oldest) })
}

function timeWords({ language }: Words, utc: string): string {
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const at = new Date(utc)
  return Number.isNaN(at.getTime()) ? shortText(utc, 40) : times.format(at)
}
