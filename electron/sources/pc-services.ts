/**
 * Services of Apple's, by their program and its signer and not by known names alone, and those of Windows and of other
 * makers that matter to them.
 */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { imageNameKey } from '../../shared/catalogue/match.ts'
import { findOtherMaker } from '../../shared/catalogue/other-makers.ts'
import { findOtherProgram } from '../../shared/catalogue/other-programs.ts'
import { isAppleByPath } from '../../shared/judge/apple-path.ts'
import { isNamedLikeApples } from '../../shared/judge/apple-service.ts'
import { makerOf } from '../../shared/judge/trust/maker.ts'
import { servicesOfWindows } from '../../shared/model/pc-parts.ts'
import type { PcService, ServiceDependency, ServiceSetUp } from '../../shared/model/pc-facts.ts'
import type { Places } from '../../shared/model/places.ts'
import { failed, known, skipped, type Probe } from '../../shared/model/probe.ts'
import type { ListedService } from '../../shared/model/service.ts'
import type { Signature } from '../../shared/model/signature.ts'
import { inTurns } from '../async/turns.ts'
import { readServiceStates } from '../win32/processes/services.ts'
import type { ServiceStatus } from '../win32/bytes/read-services.ts'
import {
  readImagePath,
  readServiceKey,
  type ServiceKey,
} from '../win32/processes/read-service-key.ts'
import { readServiceCommand, type ServiceCommand } from '../win32/processes/service-command.ts'
import { readIndirectText } from '../win32/registry/indirect-text.ts'
import type { Asking } from './asking.ts'
import { createNamesApple } from './names-apple.ts'
import { isFileThere } from '../win32/files/is-file-there.ts'
import { expandForServices, windowsFolder } from './expand-for-services.ts'
import type { SharedQuestions } from './sources.ts'

/** A PC with more services of Apple's is no PC. */
const most = 100

type Questions = Pick<SharedQuestions, 'services' | 'places' | 'file'>

export function pcServices({ services, places, file }: Questions) {
  const namesApple = createNamesApple()

  return async (asking: Asking): Promise<Probe<readonly PcService[]>> => {
    const [listed, here] = await Promise.all([services(asking), places(asking)])
    if (listed.state !== 'known') return listed
    const byKey = new Map(listed.value.map((one) => [imageNameKey(one.keyName), one]))
    const wanted = await findOurs(listed.value, here, asking)
    const keys = new Map(
      await inTurns(wanted, (keyName) =>
        Promise.resolve([keyName, readServiceKey(keyName)] as const),
      ),
    )
    const states = await readMissing(keys, byKey, asking)
    const found = await inTurns([...keys], ([keyName, key]) =>
      describe(keyName, key, states, here, asking),
    )
    return known(found.filter((one) => one !== null))
  }

  /** Key names, each once. Not all are in the list: some may be left over in the registry. */
  async function findOurs(
    listed: readonly ListedService[],
    here: Places,
    { signal }: Asking,
  ): Promise<readonly string[]> {
    // What Windows shows may say Apple, whatever key and program stand behind it.
    const isNamed = (one: ListedService) => isKnown(one.keyName) || isNamedLikeApples(one)
    const names = listed.filter(isNamed).map(({ keyName }) => keyName)
    const others = listed.filter((one) => !isNamed(one)).map(({ keyName }) => keyName)
    const isOurs = await inTurns(others, async (keyName) => {
      const imagePath = readImagePath(keyName)
      const command = imagePath === null ? null : commandOf(imagePath, here)
      if (command === null) return false
      const program = command.tried[command.meantAt ?? 0] ?? ''
      return isAppleByPath(program, readCatalogue().processes) || namesApple(program, signal)
    })
    // Those that are known by name first: whoever sets up a hundred more hides none of them.
    const ours = [...names, ...others.filter((_, at) => isOurs[at])]
    const have = new Set(ours.map(imageNameKey))
    const left = [...catalogueKeys(), ...servicesOfWindows].filter(
      (key) => !have.has(imageNameKey(key)),
    )
    return [...left, ...ours].slice(0, most)
  }

  async function describe(
    keyName: string,
    key: Probe<ServiceKey | null>,
    states: States,
    here: Places,
    asking: Asking,
  ): Promise<PcService | null> {
    const { state, pid, lastExit, displayName } = states(keyName)
    // Neither in the registry nor in the list: this PC has no such service.
    if (key.state === 'known' && key.value === null && state.state !== 'known') return null
    const setUp = key.state === 'known' ? key.value : null
    const command = setUp === null ? null : commandOf(setUp.imagePath, here)
    const there = await lookFor(command)
    const { program, isThere } = there
    const signature: Probe<Signature> =
      program !== null && isThere.state === 'known' && isThere.value
        ? (await file(program, asking)).signature
        : isThere.state === 'known'
          ? failed('file-missing')
          : isThere
    return {
      keyName,
      displayName: displayName ?? readIndirectText(setUp?.displayName ?? keyName),
      description: setUp?.description == null ? null : readIndirectText(setUp.description),
      maker: makerOf(signature),
      state,
      pid,
      lastExit,
      setUp: setUp === null ? unknownOf(key) : known(setUpOf(setUp, there, states)),
      isProgramThere: isThere,
      signature,
    }
  }
}

interface FoundProgram {
  readonly program: string | null
  readonly isThere: Probe<boolean>
  readonly earlier: ServiceSetUp['earlierPrograms']
}

/** The first program that fits, as Windows goes through them. */
async function lookFor(command: ServiceCommand | null): Promise<FoundProgram> {
  if (command === null) return { program: null, isThere: failed('unreadable'), earlier: [] }
  const { tried, meantAt } = command
  const answers = await Promise.all(tried.map(isFileThere))
  const first = answers.findIndex((answer) => answer.state === 'known' && answer.value)
  const meant = meantAt ?? Math.max(first, 0)
  const at = first < 0 ? meant : first
  return {
    program: tried[at] ?? null,
    isThere: answers[at] ?? failed('unreadable'),
    earlier: tried.slice(0, meant).map((path, index) => {
      const answer = answers[index]
      return { path, isThere: answer?.state === 'known' && answer.value }
    }),
  }
}

function setUpOf(
  key: ServiceKey,
  { program, earlier }: FoundProgram,
  states: States,
): ServiceSetUp {
  return {
    startType: key.startType,
    isDelayed: key.isDelayed,
    hasTrigger: key.hasTrigger,
    account: key.account,
    imagePath: key.imagePath,
    program,
    earlierPrograms: earlier,
    dependsOn: key.dependsOn.map((keyName): ServiceDependency => ({
      keyName,
      state: keyName.startsWith('+') ? known(null) : dependencyOf(states(keyName).state),
    })),
    recovery: key.recovery,
  }
}

type States = (keyName: string) => {
  readonly state: PcService['state']
  readonly pid: number | null
  readonly lastExit: PcService['lastExit']
  readonly displayName: string | null
}

/** Of what the list leaves out: drivers that a service needs, and services that only an administrator may see. */
async function readMissing(
  keys: ReadonlyMap<string, Probe<ServiceKey | null>>,
  byKey: ReadonlyMap<string, ListedService>,
  { signal }: Asking,
): Promise<States> {
  const needed = [...keys].flatMap(([keyName, key]) => {
    if (key.state !== 'known') return [keyName]
    // Without a key there is no such service. To hear that from the service manager takes long.
    return key.value === null ? [] : [keyName, ...key.value.dependsOn]
  })
  const missing = [...new Set(needed.filter((name) => !name.startsWith('+')).map(imageNameKey))]
    .filter((key) => !byKey.has(key))
    .slice(0, most)
  const answers = await readServiceStates(missing, signal)
  const asked = new Map<string, Probe<ServiceStatus>>(
    missing.map((key, at) => [key, answers[at] ?? skipped('not-checked')]),
  )
  return (keyName) => {
    const listed = byKey.get(imageNameKey(keyName))
    const status: Probe<ServiceStatus> =
      listed === undefined
        ? (asked.get(imageNameKey(keyName)) ?? failed('no-such-service'))
        : known({ ...listed, lastExit: listed.lastExit ?? { code: 0, ownCode: 0 } })
    if (status.state !== 'known') {
      return { state: status, pid: null, lastExit: status, displayName: null }
    }
    const { state, pid, lastExit } = status.value
    return {
      state: known(state),
      pid,
      lastExit: known(lastExit),
      displayName: listed?.displayName ?? null,
    }
  }
}

function dependencyOf(state: PcService['state']): ServiceDependency['state'] {
  return state.state === 'failed' && state.reason === 'no-such-service' ? known(null) : state
}

function unknownOf(key: Probe<ServiceKey | null>): Probe<never> {
  return key.state === 'known' ? failed('unreadable') : key
}

function commandOf(imagePath: string, here: Places): ServiceCommand | null {
  return readServiceCommand(expandForServices(imagePath, here), windowsFolder())
}

function catalogueKeys(): readonly string[] {
  return readCatalogue().processes.flatMap(({ service }) => service?.keyNames ?? [])
}

let wellKnown: ReadonlySet<string> | undefined

function isKnown(keyName: string): boolean {
  wellKnown ??= new Set([...catalogueKeys(), ...servicesOfWindows].map(imageNameKey))
  return (
    wellKnown.has(imageNameKey(keyName)) ||
    findOtherProgram(keyName) !== undefined ||
    findOtherMaker('service', keyName) !== undefined
  )
}
