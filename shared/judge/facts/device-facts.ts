/** Named facts about Apple devices and their drivers, as Windows sees them. */
import type { AppleDevice, DriverPolicies } from '../../model/pc-facts.ts'
import { factOf, fact, no, unknown, yes, type NamedFact } from './named-fact.ts'
import type { PcQuestion } from './question.ts'

export function deviceFacts({ pc }: PcQuestion) {
  const { devices, driverPolicies } = pc
  const among = (use: (present: readonly AppleDevice[]) => NamedFact): NamedFact =>
    factOf(devices, (all) => use(all.filter(({ isPresent }) => isPresent)))
  const first = (is: (device: AppleDevice) => boolean): NamedFact =>
    among((present) => {
      const found = present.find(is)
      return found === undefined ? no() : yes(nameOf(found), valuesOf(found))
    })
  return {
    'device.isSeen': first(() => true),
    // Apple's own driver, or Windows's WinUSB under Apple's name: both are normal today.
    // Code 28 says that there is none, whatever the row is called.
    'device.hasDriver': first(
      (device) =>
        (device.class === 'apple' || device.class === 'winusb') && device.problemCode !== noDriver,
    ),
    'device.isForeign': first((device) => device.class === 'foreign'),
    'device.hasProblem': first(
      ({ problemCode, inf }) => problemCode !== null && troubles(problemCode) && !isForHotspot(inf),
    ),
    'device.isBehindHubs': among((present) => {
      const far = present.find(({ hubsBetween }) => (hubsBetween ?? 0) >= 2)
      if (far !== undefined) return yes(nameOf(far), { hubs: String(far.hubsBetween) })
      return present.some(({ hubsBetween }) => hubsBetween === null) ? unknown('not-checked') : no()
    }),
    'drivers.areForbidden': factOf(driverPolicies, areForbidden),
  }
}

/** The network adapter of an iPhone that shares its internet connection: nothing else needs it. */
const isForHotspot = (inf: string | null): boolean => /^netaapl/i.test(inf ?? '')

const noDriver = 28

/** 0 is no trouble; 45 says only that the device is not connected. */
const troubles = (code: number): boolean => ![0, 45, noDriver].includes(code)

function nameOf({ driverName, inf, kind }: AppleDevice): string {
  return driverName ?? inf ?? kinds[kind]
}

const kinds = { iphone: 'iPhone', ipad: 'iPad', ipod: 'iPod', other: 'Apple' } as const

function valuesOf({ problemCode, inf, provider }: AppleDevice): Readonly<Record<string, string>> {
  return { problem: String(problemCode ?? ''), inf: inf ?? '', provider: provider ?? '' }
}

/** Of the three, the one about pictures and names of devices keeps no driver away by itself. */
function areForbidden(policies: DriverPolicies): NamedFact {
  const { searchOrderConfig, excludeDriversInQualityUpdate } = policies
  if (searchOrderConfig === 0) return yes('SearchOrderConfig')
  return fact(excludeDriversInQualityUpdate === 1, 'ExcludeWUDriversInQualityUpdate')
}
