/** Why a process of the catalogue does not run, and whether that is normal. */
import type { CatalogueProcess } from '../catalogue/schema.ts'
import type { Absence, AbsenceCode, Stack, StackJudgement } from '../model/inspection.ts'
import type { Probe } from '../model/probe.ts'
import type { ListedService, Service } from '../model/service.ts'
import { pathKey } from './windows-path.ts'

export interface AbsenceQuestion {
  readonly entry: Pick<CatalogueProcess, 'runs' | 'stacks' | 'maybeStacks' | 'retired' | 'service'>
  /** Node's `process.platform`. */
  readonly platform: string
  /** False when a part of the process list could not be read. */
  readonly isListComplete: boolean
  readonly stack: Pick<StackJudgement, 'stack' | 'unknown'>
  /** Services of this PC; only those of the catalogue need a configuration. */
  readonly services: Probe<readonly (ListedService & Partial<Pick<Service, 'configuration'>>)[]>
  /** Whether the program's file lies in one of its expected folders. */
  readonly isInstalled: Probe<boolean>
}

export function judgeAbsence(question: AbsenceQuestion): Absence {
  const code = absenceOf(question)
  return { code, isNormal: code === 'cannot-tell' ? null : !wanting.has(code) }
}

const wanting: ReadonlySet<AbsenceCode> = new Set<AbsenceCode>([
  'service-stopped',
  'service-disabled',
  'service-missing',
  'not-started',
])

function absenceOf(question: AbsenceQuestion): AbsenceCode {
  const { entry, isInstalled } = question
  if (question.platform !== 'win32' || !question.isListComplete) return 'cannot-tell'
  if (entry.retired !== undefined || entry.runs === 'retired') return 'retired'

  const isThere = isInstalled.state === 'known' ? isInstalled.value : null
  if (isThere !== true && belongsElsewhere(entry, question.stack)) return 'other-stack'
  if (isThere !== true && isOfiTunes(entry) && question.stack.stack === 'none') {
    return 'not-installed'
  }
  if (entry.service !== undefined) {
    const code = absenceOfService(question, entry.service.keyNames, isThere)
    return wanting.has(code) ? whereNeeded(code, question) : code
  }
  return isThere === false ? 'not-installed' : absenceByHabit(entry, isThere)
}

function absenceByHabit({ runs }: AbsenceQuestion['entry'], isThere: boolean | null): AbsenceCode {
  switch (runs) {
    case 'on-demand':
      return 'only-during-task'
    case 'when-needed':
      return 'only-when-needed'
    case 'with-feature':
      return 'waits-for-feature'
    case 'with-itunes':
      return 'waits-for-itunes'
    case 'device-connected':
      return 'waits-for-device'
    case 'when-opened':
      return 'not-opened'
    case 'always':
      return isThere === true ? 'not-started' : 'cannot-tell'
    case 'retired':
      return 'retired'
    case 'unknown':
      return 'cannot-tell'
  }
}

function absenceOfService(
  { entry, services }: AbsenceQuestion,
  keyNames: readonly string[],
  isThere: boolean | null,
): AbsenceCode {
  if (services.state !== 'known') {
    return entry.runs === 'always' || isThere === false
      ? 'cannot-tell'
      : absenceByHabit(entry, isThere)
  }
  const wanted = keyNames.map(pathKey)
  // An old key may have been left behind beside the new one: what is not turned off counts first.
  const found = services.value.filter(({ keyName }) => wanted.includes(pathKey(keyName)))
  if (found.length === 0) return isThere === true ? 'service-missing' : 'not-installed'
  const startTypes = found.map(({ configuration }) =>
    configuration?.state === 'known' ? configuration.value.startType : 'unknown',
  )
  if (startTypes.every((type) => type === 'disabled')) return 'service-disabled'
  // It runs, or is on its way, yet was not in the list: the two were asked at different moments.
  if (found.some(({ state }) => state !== 'stopped')) return 'cannot-tell'
  return entry.runs === 'always' ? 'service-stopped' : absenceByHabit(entry, isThere)
}

/**
 * Bonjour also comes with other makers' programs, and an uninstalled iTunes leaves files and services behind: where
 * none of the installations is there that rely on the service, nothing is missing.
 */
function whereNeeded(code: AbsenceCode, { entry, stack: found }: AbsenceQuestion): AbsenceCode {
  if (!isOfiTunes(entry)) return code
  const { stack } = found
  if (stack === 'cannot-tell') return code
  if (stack === 'mixed' || entry.stacks.some((own) => own === stack)) return code
  return found.unknown.length > 0 ? 'cannot-tell' : 'not-needed'
}

const iTunesStacks: readonly string[] = ['desktop', 'store', 'apple-devices'] satisfies Stack[]

/** Only what comes with iTunes or Apple Devices alone: iCloud and Apple Music are installed apart from them. */
function isOfiTunes({ stacks }: AbsenceQuestion['entry']): boolean {
  return stacks.length > 0 && stacks.every((stack) => iTunesStacks.includes(stack))
}

function belongsElsewhere(
  entry: AbsenceQuestion['entry'],
  { stack, unknown }: AbsenceQuestion['stack'],
): boolean {
  return (
    isOfiTunes(entry) &&
    iTunesStacks.includes(stack) &&
    ![...entry.stacks, ...(entry.maybeStacks ?? [])].some((own) => own === stack) &&
    // The other installation may be here as well, where nobody could look.
    !unknown.some(({ input }) => input === 'services' || input === 'packages')
  )
}
