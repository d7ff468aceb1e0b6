/** Why a process of the catalogue does not run, and whether that is normal. */
import type { CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import type { Absence, AbsenceCode, Stack, StackJudgement } from '../model/inspection.ts'
import type { Probe } from '../model/probe.ts'
import type { CatalogueService, ListedService, Service } from '../model/service.ts'
import { pathKey } from './windows-path.ts'

export interface AbsenceQuestion {
  readonly entry: Pick<CatalogueProcess, 'runs' | 'stacks' | 'maybeStacks' | 'retired' | 'service'>
  /** Node's `process.platform`. */
  readonly platform: string
  /** False when a part of the process list could not be read. */
  readonly isListComplete: boolean
  readonly stack: Pick<StackJudgement, 'stack' | 'unknown'>
  /** Services of this PC; only those of the catalogue need a configuration. */
  readonly services: Probe<
    readonly (ListedService &
      Partial<Pick<Service, 'configuration'> & Pick<CatalogueService, 'isProgramThere'>>)[]
  >
  /** Whether the program's file lies in one of its expected folders. */
  readonly isInstalled: Probe<boolean>
}

export function judgeAbsence(question: AbsenceQuestion): Absence {
  const code = absenceOf(question)
  return { code, isNormal: passing.has(code) ? null : !wanting.has(code) }
}

const wanting: ReadonlySet<AbsenceCode> = new Set<AbsenceCode>([
  'service-stopped',
  'service-disabled',
  'service-missing',
  'service-manual',
  'service-paused',
  'service-file-gone',
  'service-account-changed',
  'not-started',
])

/** On its way to somewhere else: a moment later it is another answer. */
const passing: ReadonlySet<AbsenceCode> = new Set<AbsenceCode>([
  'cannot-tell',
  'service-starting',
  'service-stopping',
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
  const one = found.find((service) => startTypeOf(service) !== 'disabled') ?? found[0]
  if (one === undefined) return 'cannot-tell'
  const standing = serviceStanding(one, entry.service)
  // Nothing is missed of a service that starts when it is needed, unless somebody has turned it off.
  return entry.runs === 'always' || standing !== 'service-stopped'
    ? standing
    : absenceByHabit(entry, isThere)
}

type AbsentService = Extract<AbsenceQuestion['services'], { state: 'known' }>['value'][number]

function startTypeOf({ configuration }: AbsentService) {
  return configuration?.state === 'known' ? configuration.value.startType : 'unknown'
}

function serviceStanding(
  service: AbsentService,
  wanted: AbsenceQuestion['entry']['service'],
): AbsenceCode {
  const startType = startTypeOf(service)
  switch (service.state) {
    case 'paused':
    case 'pause-pending':
      return 'service-paused'
    case 'start-pending':
    case 'continue-pending':
      return 'service-starting'
    case 'stop-pending':
      return 'service-stopping'
    // It runs, yet was not in the list: the two were asked at different moments.
    case 'running':
    case 'unknown':
      return startType === 'disabled' ? 'service-disabled' : 'cannot-tell'
    case 'stopped':
      break
  }
  const isAutomatic = wanted?.startType === 'automatic'
  const { isProgramThere } = service
  if (isAutomatic && isProgramThere?.state === 'known' && !isProgramThere.value) {
    return 'service-file-gone'
  }
  if (startType === 'disabled') return 'service-disabled'
  if (isAutomatic && isOtherAccount(service, wanted)) return 'service-account-changed'
  return isAutomatic && startType === 'manual' ? 'service-manual' : 'service-stopped'
}

/** Windows writes the same account in several ways. */
const localSystem = /^(?:\.\\|NT AUTHORITY\\)?(?:LocalSystem|SYSTEM)$/i

function isOtherAccount(
  { configuration }: AbsentService,
  wanted: AbsenceQuestion['entry']['service'],
): boolean {
  if (configuration?.state !== 'known' || wanted?.account !== 'LocalSystem') return false
  const { account } = configuration.value
  return account !== '' && !localSystem.test(account)
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
