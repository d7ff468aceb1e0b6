/** A service, what starts with Windows, an installation, a device: the words of window and reports. Whatever came from a system is made harmless here. */
import type {
  AppleDevice,
  AppleDriver,
  InstalledPackage,
  PcService,
  ServiceSetUp,
  StartupItem,
} from '../model/pc-facts.ts'
import type { Probe } from '../model/probe.ts'
import { reasonWords } from './fact-words.ts'
import { shortText } from './visible-text.ts'
import type { Words } from './words.ts'

/** What is known, in words; what is not, with its reason. */
export function probeWords<T>(words: Words, probe: Probe<T>, show: (value: T) => string): string {
  if (probe.state === 'known') return show(probe.value)
  return words.t('services.unknown', { reason: reasonWords(words, probe.reason) })
}

export function serviceStateWords(words: Words, { state }: Pick<PcService, 'state'>): string {
  return probeWords(words, state, (value) => words.t(`services.state.${value}`))
}

/** As the Services window says it: `Automatic (Delayed Start)`. */
export function startTypeWords({ t }: Words, setUp: ServiceSetUp): string {
  const type = t(`services.start.${setUp.startType}`)
  const isDelayed = setUp.isDelayed && setUp.startType === 'automatic'
  const hasTrigger = setUp.hasTrigger && setUp.startType !== 'disabled'
  if (isDelayed) return t(`services.started.${hasTrigger ? 'both' : 'delayed'}`, { type })
  return hasTrigger ? t('services.started.trigger', { type }) : type
}

const accounts: ReadonlyMap<string, 'local-system' | 'local-service' | 'network-service'> = new Map(
  [
    ['localsystem', 'local-system'],
    ['nt authority\\system', 'local-system'],
    ['nt authority\\localservice', 'local-service'],
    ['nt authority\\networkservice', 'network-service'],
  ],
)

/** Windows's own accounts by their names in Windows; others as they are. */
export function accountWords({ t }: Words, account: string): string {
  const own = accounts.get(account.toLowerCase())
  return own === undefined ? shortText(account) : t(`services.account.${own}`)
}

/** Where it is started from: `At sign-in, for all users`. */
export function startupPlaceWords({ t }: Words, { place, key }: StartupItem): string {
  const named = t(`services.startup.place.${place}`)
  return key === null ? named : t(`services.startup.scope.${key.hive}`, { place: named })
}

/** @param day how a day is written */
export function startupSwitchWords(
  words: Words,
  { startupSwitch, decidedBy }: StartupItem,
  day: (utc: string) => string,
): string {
  const { t } = words
  return probeWords(words, startupSwitch, ({ isOn, offSinceUtc }) => {
    const said = isOn
      ? t('services.startup.on')
      : offSinceUtc === null
        ? t('services.startup.off')
        : t('services.startup.offSince', { date: day(offSinceUtc) })
    return decidedBy === 'policy' ? `${said}, ${t('services.startup.byPolicy')}` : said
  })
}

/** `iPhone, connected now` */
export function deviceWords({ t }: Words, { kind, isPresent }: AppleDevice): string {
  const said = t(`services.usb.kind.${kind}`)
  return `${said}, ${t(`services.usb.${isPresent ? 'present' : 'past'}`)}`
}

/** What drives it: `Apple's driver · Apple Mobile Device USB Driver · usbaapl64.inf`. */
export function deviceDriverWords({ t }: Words, device: AppleDevice): string {
  return [t(`services.usb.class.${device.class}`), device.driverName, device.inf]
    .filter((part) => part !== null)
    .map((part) => shortText(part))
    .join(' · ')
}

/** Null where Windows has no trouble with it. */
export function deviceTroubleWords({ t }: Words, { problemCode }: AppleDevice): string | null {
  return problemCode === null || problemCode === 0
    ? null
    : t('services.usb.problem', { code: problemCode })
}

export function driverName({ name, version }: AppleDriver): string {
  return shortText(version === null ? name : `${name} ${version}`, 80)
}

/** Apple's own names say it for some of the 32-bit ones. */
export function packageName({ t }: Words, { name, bits }: InstalledPackage): string {
  const shown = shortText(name)
  return bits === 64 || name.includes('32') ? shown : t('services.installed.bits', { name: shown })
}

/** What is odd about it; null where nothing is. */
export function packageNote({ t }: Words, one: InstalledPackage): string | null {
  const { version, isFolderThere, fileVersion } = one
  if (isFolderThere.state === 'known' && isFolderThere.value === false) {
    return t('services.installed.folderGone')
  }
  const differs = fileVersion !== null && version !== null && !isSameVersion(fileVersion, version)
  return differs ? t('services.installed.fileVersion', { version: shortText(fileVersion) }) : null
}

/** `8.7` and `8.7.0.0` are one; an installer's `12.13.4` says less than the file's `12.13.4.4`. */
function isSameVersion(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  const length = Math.min(left?.length ?? 0, right?.length ?? 0)
  return Array.from({ length }).every((_, at) => left?.[at] === right?.[at])
}
