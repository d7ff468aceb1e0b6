/** The headline: the answer in one sentence. */
import { installedOfApple } from '../../shared/judge/installed-of-apple.ts'
import { findingWords, reasonWords } from '../../shared/text/fact-words.ts'
import { findingTitle } from '../../shared/text/finding-title.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection, Instance } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import { installedNames } from '../../shared/text/installed-names.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { clockTime } from '../text/times.ts'

/** `good`: all that runs is genuine. `attention` and `danger`: the worst finding. `plain`: neither. */
type Mood = 'good' | 'attention' | 'danger' | 'plain'

export interface Headline {
  readonly mood: Mood
  readonly title: string
  readonly hint: string | undefined
}

/** Speaks of Apple's own two lists: iTunes itself and its neighbours are no background helpers. */
export function headline(
  words: Words,
  { inspection, failure }: Pick<InspectionState, 'inspection' | 'failure'>,
  findings: readonly Finding[],
  pc: PcFacts | undefined,
): Headline {
  const { t } = words
  if (inspection === undefined) {
    return { mood: 'plain', title: t('window.overview.looking'), hint: undefined }
  }
  if (failure !== undefined) {
    const time = clockTime(inspection.takenAtUtc)
    return {
      mood: 'plain',
      title: t('window.stale.title'),
      hint: t('window.stale.body', { time }),
    }
  }
  const listed = inspection.processes.filter(({ group }) => group !== 'related')
  const running = listed.filter(({ status }) => status === 'running')
  const instances = running.flatMap((process) => process.instances)
  const worst = worstFinding(findings)
  if (worst !== undefined) return lookCloser(words, worst, instances)
  if (running.length > 0) return aboutRunning(words, running, instances)
  if (isOnlyExplained(inspection, findings)) {
    return {
      mood: 'plain',
      title: t('window.overview.notWindows'),
      hint: t('window.overview.notWindowsHint'),
    }
  }
  const isUnknown = listed.some(({ status }) => status === 'cannot-tell')
  const related = inspection.processes.filter(
    ({ group, status }) => group === 'related' && status === 'running',
  )
  if (related.length > 0) return aboutOthers(words, related)
  if (isUnknown) {
    return {
      mood: 'plain',
      title: t('window.overview.unknown'),
      hint: t('window.overview.unknownHint'),
    }
  }
  return aboutClosed(words, inspection, pc)
}

/** Nothing of the catalogue runs: what is installed, or what else of Apple's runs, is named. */
function aboutClosed(words: Words, inspection: Inspection, pc: PcFacts | undefined): Headline {
  const { t } = words
  const { otherApple, stack, lookAlikes } = inspection
  if (otherApple.state === 'known' && otherApple.value.length > 0) {
    return {
      mood: 'plain',
      title: t('window.overview.none'),
      hint: t('overview.apple.others', {
        names: namesOf(otherApple.value.map(({ name }) => name)),
      }),
    }
  }
  if (hasNothingOfApples(inspection, pc)) {
    return { mood: 'plain', title: t('overview.noApple'), hint: t('overview.noAppleHint') }
  }
  const installed = installedOfApple(inspection, pc)
  if (stack.stack === 'desktop' || lookAlikes.length > 0) {
    return { mood: 'plain', title: t('window.overview.none'), hint: t('window.overview.noneHint') }
  }
  const names = namesOf(installedNames(words, installed))
  return {
    mood: 'plain',
    title: t('overview.apple.closed'),
    hint:
      names !== ''
        ? t('overview.apple.closedHint', { names })
        : t(pc === undefined ? 'overview.apple.lookingUp' : 'overview.apple.installedUnknown'),
  }
}

const mostNames = 12
const namesOf = (names: readonly string[]) => {
  const each = [...new Set(names)]
  const shown = each.slice(0, mostNames).map((name) => shortText(name, 60))
  return [...shown, ...(each.length > mostNames ? ['…'] : [])].join(', ')
}

/** No installation, no program of theirs, nothing that is called like one; false while that is not certain. */
export function hasNothingOfApples(inspection: Inspection, pc: PcFacts | undefined): boolean {
  const { stack, processes, lookAlikes, otherApple } = inspection
  const { items, isWhole } = installedOfApple(inspection, pc)
  return (
    stack.stack === 'none' &&
    isWhole &&
    items.length === 0 &&
    lookAlikes.length === 0 &&
    (otherApple.state !== 'known' || otherApple.value.length === 0) &&
    processes.every(({ status }) => status !== 'running')
  )
}

/** There is no Windows to look at, and nothing that asks for a look: the headline says so in the finding's place. */
export function isOnlyExplained({ processes }: Inspection, findings: readonly Finding[]): boolean {
  return (
    findings.some(({ code }) => code === 'not-windows') &&
    findings.every(({ severity }) => severity === 'info') &&
    processes.every(({ status }) => status !== 'running')
  )
}

/** The one that the headline is about: the first of the most serious. */
export function worstFinding(findings: readonly Finding[]): Finding | undefined {
  return (
    findings.find(({ severity }) => severity === 'danger') ??
    findings.find(({ severity }) => severity === 'attention')
  )
}

/** Nothing about the others is said beside what is serious: "leave them on" has no place above it. */
function lookCloser(words: Words, worst: Finding, instances: readonly Instance[]): Headline {
  const title = findingTitle(words, worst)
  const rest = instances.filter(({ trust }) => trust === 'genuine' || trust === 'cannot-tell')
  const isRestGenuine = rest.length > 0 && rest.every(({ trust }) => trust === 'genuine')
  const isSerious = worst.severity === 'danger'
  const hint = [
    findingWords(words, worst),
    ...(isRestGenuine && !isSerious ? [words.t('window.overview.restGenuine')] : []),
  ]
  return { mood: isSerious ? 'danger' : 'attention', title, hint: hint.join(' ') }
}

function aboutRunning(
  words: Words,
  running: Inspection['processes'],
  instances: readonly Instance[],
): Headline {
  const { t } = words
  const count = running.length
  const unsure = instances.filter(({ trust }) => trust === 'cannot-tell')
  if (unsure.length === 0) {
    return {
      mood: 'good',
      title: t('window.overview.genuine', { count }),
      hint: t('window.overview.genuineHint', { count }),
    }
  }
  const genuine = running.filter((process) =>
    process.instances.every(({ trust }) => trust === 'genuine'),
  ).length
  const reason = reasonWords(words, commonReason(unsure))
  return genuine === 0
    ? {
        mood: 'plain',
        title: t('window.overview.unsure', { count }),
        hint: t('window.overview.unsureHint', { count, reason }),
      }
    : {
        mood: 'plain',
        title: t('window.overview.partly'),
        hint: t('window.overview.partlyHint', { count, genuine, reason }),
      }
}

/** Apple's programs that are no helpers of iTunes: of its apps, of iCloud. */
function aboutOthers(words: Words, running: Inspection['processes']): Headline {
  const { t } = words
  const instances = running.flatMap((process) => process.instances)
  const unsure = instances.filter(({ trust }) => trust === 'cannot-tell')
  const count = running.length
  if (unsure.length === 0) {
    return {
      mood: 'good',
      title: t('overview.apple.genuine', { count }),
      hint: t('overview.apple.genuineHint', { count }),
    }
  }
  const genuine = running.filter((process) =>
    process.instances.every(({ trust }) => trust === 'genuine'),
  ).length
  const reason = reasonWords(words, commonReason(unsure))
  return {
    mood: 'plain',
    title: t('overview.apple.unsure'),
    hint: t('overview.apple.unsureHint', { count, genuine, reason }),
  }
}

/** The one that most of them share. */
function commonReason(unsure: readonly Instance[]): string {
  const counts = new Map<string, number>()
  for (const { trustReason } of unsure) {
    const reason = trustReason ?? 'not-checked'
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? 'not-checked'
}
