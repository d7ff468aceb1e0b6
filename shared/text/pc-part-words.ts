/** The words of "Services & startup": a service, what starts with Windows, a device. Whatever came from a system is made harmless here. */
import type { AppleDevice, PcService, ServiceSetUp, StartupItem } from '../model/pc-facts.ts'
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
