/** Named facts about what is installed: packages and their versions, files that are missing, what is left behind. */
import type { PackageId, PcFacts, PcService } from '../../model/pc-facts.ts'
import type { Probe } from '../../model/probe.ts'
import { anyOf, fact, factOf, no, unknown, yes, type NamedFact } from './named-fact.ts'
import type { PcQuestion } from './question.ts'
import { pathKey } from '../windows-path.ts'
import { storeApps } from '../store-apps.ts'
import { isBefore, readVersion } from './versions.ts'

export function packageFacts({ inspection, pc }: PcQuestion) {
  const { packages, neededFiles, isInstalling, windows } = pc
  const desktop = inspection.products.find(
    ({ id, edition }) => id === 'itunes' && edition === 'desktop',
  )
  const has = (...ids: readonly PackageId[]): NamedFact =>
    factOf(packages, (all) => {
      const found = all.find(({ id }) => ids.includes(id))
      return found === undefined ? no() : yes(found.name)
    })
  const itunes = versionOf(packages, 'itunes', desktop?.version ?? null)
  return {
    'itunes.isThere': desktop === undefined ? has('itunes') : yes('iTunes'),
    'amds.hasPackage': has('apple-mobile-device-support'),
    'aas.hasPackage': has('apple-application-support'),
    'amds.is32BitOnly': is32BitOnly(inspection, packages),
    'itunes.isTooOld': isTooOld(packages, itunes),
    // Since 12.10.9.3 iTunes brings its own copy of those libraries.
    'aas.isNeeded': olderThan(itunes, [12, 10, 9], 'iTunes'),
    'bonjour.isOld': bonjourIsOld(packages),
    'files.areMissing': anyOf(
      neededFiles.map(({ isThere, path, fileName }) =>
        factOf(isThere, (there) => fact(!there, fileName, { file: path })),
      ),
    ),
    'windows.lacksMediaFeatures': factOf(windows, ({ hasMediaFeatures, editionId }) =>
      // Without word of them, an N edition lacks them as it is delivered.
      hasMediaFeatures.state !== 'known' && /^[A-Z][A-Za-z]*(?:[a-z]|K|S)N$/.test(editionId ?? '')
        ? yes(editionId ?? '')
        : factOf(hasMediaFeatures, (has) => fact(!has, editionId ?? 'Windows')),
    ),
    // The long-term editions (LTSC, LTSB) come without Microsoft Store.
    'windows.lacksStore': factOf(windows, ({ editionId }) =>
      fact(/^(?:IoT)?EnterpriseSN?$/.test(editionId ?? ''), editionId ?? ''),
    ),
    'windows.isSafeMode': factOf(windows, ({ isSafeMode }) => fact(isSafeMode)),
    'installer.isDisabled': factOf(pc.services, installerIsDisabled),
    'installer.isRunning': factOf(isInstalling, (is) => fact(is, 'msiexec.exe')),
    'apple.isLeft': whatIsLeft(pc, inspection),
  }
}

/** Windows starts it when a package asks for it, and cannot where somebody has disabled it. */
function installerIsDisabled(services: readonly PcService[]): NamedFact {
  const installer = services.find(({ keyName }) => pathKey(keyName) === 'MSISERVER')
  if (installer === undefined) return unknown('not-checked')
  return factOf(installer.setUp, ({ startType }) => fact(startType === 'disabled'))
}

interface Version {
  readonly text: string
  readonly numbers: readonly number[]
}

/** Null: it is there, and its version is not known. */
function versionOf(
  packages: PcFacts['packages'],
  id: PackageId,
  other: string | null,
): Probe<Version | null> | null {
  if (packages.state !== 'known') {
    const numbers = readVersion(other)
    return numbers === null ? packages : { state: 'known', value: { text: other ?? '', numbers } }
  }
  const found = packages.value.find((one) => one.id === id)
  for (const text of [found?.version, found?.fileVersion, other]) {
    const numbers = readVersion(text ?? null)
    if (numbers !== null) return { state: 'known', value: { text: text ?? '', numbers } }
  }
  return found === undefined ? null : { state: 'known', value: null }
}

function olderThan(
  version: Probe<Version | null> | null,
  limit: readonly number[],
  name: string,
): NamedFact {
  if (version === null) return no()
  return factOf(version, (one) =>
    one === null
      ? unknown('no-version-resource')
      : fact(isBefore(one.numbers, limit), `${name} ${one.text}`, { version: one.text }),
  )
}

/** iTunes 12.13 came with the support of today's iOS; Apple Mobile Device Support counts as iOS does. */
function isTooOld(packages: PcFacts['packages'], itunes: Probe<Version | null> | null): NamedFact {
  const support = versionOf(packages, 'apple-mobile-device-support', null)
  // What is not there says nothing of the other's age.
  const facts = [
    ...(itunes === null ? [] : [olderThan(itunes, [12, 13], 'iTunes')]),
    ...(support === null ? [] : [olderThan(support, [17], 'Apple Mobile Device Support')]),
  ]
  // One that is new enough speaks for both: they come in one installer.
  return (
    facts.find(({ value }) => value === true) ??
    facts.find(({ value }) => value === false) ??
    anyOf(facts)
  )
}

function is32BitOnly(
  { machine, places, services }: PcQuestion['inspection'],
  packages: PcFacts['packages'],
): NamedFact {
  const x86 = places.knownFolders['ProgramFiles(x86)']
  const is64Bit =
    ['x64', 'arm64'].includes(machine.arch) || (x86.state === 'known' && x86.value !== null)
  if (!is64Bit) return no()
  const newKey = services.find(({ keyName }) => keyName === 'Apple Mobile Device Service')
  return factOf(packages, (all) => {
    const own = all.filter(({ id }) => id === 'apple-mobile-device-support')
    const hasNewKey = newKey?.isInstalled.state === 'known' ? newKey.isInstalled.value : false
    // The 64-bit package's service has the longer key name: where it is there, so is the package.
    return fact(own.length > 0 && own.every(({ bits }) => bits === 32) && !hasNewKey, own[0]?.name)
  })
}

function bonjourIsOld(packages: PcFacts['packages']): NamedFact {
  return factOf(packages, (all) => {
    const old = all.find(
      ({ id, version }) => id === 'bonjour' && isBefore(readVersion(version) ?? [99], [3, 1]),
    )
    const print = all.find(({ id }) => id === 'bonjour-print-services')
    const found = old ?? print
    return found === undefined
      ? no()
      : yes(`${found.name} ${found.version ?? ''}`.trim(), { version: found.version ?? '' })
  })
}

/** In the order in which they go: what needs the others first. */
const removalOrder: readonly PackageId[] = [
  ...(['itunes', 'icloud', 'quicktime', 'apple-software-update'] as const),
  ...(['apple-mobile-device-support', 'bonjour-print-services', 'bonjour'] as const),
  ...(['apple-application-support', 'other'] as const),
]

/** What the way to get rid of it depends on. */
type LeftKind = 'app' | 'package' | 'bonjour' | 'service' | 'task' | 'startup'

interface Left {
  readonly name: string
  readonly kind: LeftKind
}

function whatIsLeft(
  { packages, startup }: PcFacts,
  { services, places }: PcQuestion['inspection'],
): NamedFact {
  const { storePackages } = places
  const installed = packages.state === 'known' ? packages.value : []
  const all: readonly Left[] = [
    ...storeApps(places).map(({ name }): Left => ({ name, kind: 'app' })),
    ...removalOrder.flatMap((id) =>
      installed.flatMap((one): Left[] =>
        one.id !== id
          ? []
          : [{ name: one.name, kind: id.startsWith('bonjour') ? 'bonjour' : 'package' }],
      ),
    ),
  ]
  // What no uninstaller stands for is named only when nothing else is left.
  const orphans: readonly Left[] = [
    ...services.flatMap(({ isInstalled, keyName }): Left[] =>
      isInstalled.state === 'known' && isInstalled.value
        ? [{ name: keyName, kind: 'service' }]
        : [],
    ),
    ...startup.items.flatMap(({ place, name, maker }): Left[] =>
      maker !== 'apple' && !/apple/i.test(name)
        ? []
        : place === 'scheduled-task'
          ? [{ name, kind: 'task' }]
          : place === 'run-key'
            ? [{ name, kind: 'startup' }]
            : [],
    ),
  ]
  const [first = orphans[0]] = all
  if (first === undefined) {
    const open = [packages, storePackages].find(({ state }) => state !== 'known')
    return open === undefined || open.state === 'known' ? no() : unknown(open.reason)
  }
  const names = [...new Set(all.map(({ name }) => name))]
  return yes(first.name, { all: names.join(', '), kind: first.kind })
}
