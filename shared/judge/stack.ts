/**
 * The stack: which of Apple's installations the PC has. Advice differs: only desktop iTunes has a service to restart.
 */
import type { SingleStack, StackInput, StackJudgement, StackSign } from '../model/inspection.ts'
import type { Probe } from '../model/probe.ts'
import { readTrustRules } from './trust/trust-rules.ts'
import { pathKey } from './windows-path.ts'

export interface StackQuestion {
  /** Node's `process.platform`. */
  readonly platform: string
  /** Key names of the PC's services; display names are localised. */
  readonly services: Probe<readonly string[]>
  /** Family names of the user's Store packages. */
  readonly packages: Probe<readonly string[]>
  /** Whether the desktop edition's own folder holds its iTunes.exe. */
  readonly hasDesktopProgram: Probe<boolean>
  /** Running programs, leaving out those that turned out to be somebody else's. */
  readonly processes: Probe<
    readonly { readonly imageName: string; readonly imagePath: Probe<string> }[]
  >
}

/** Bonjour is missing here on purpose: other makers' programs install it too. */
const desktopServices = ['Apple Mobile Device Service', 'Apple Mobile Device', 'iPod Service']

const packageStacks: readonly (readonly [prefix: string, SingleStack])[] = [
  ['AppleInc.iTunes', 'store'],
  ['AppleInc.AppleDevices', 'apple-devices'],
]

export function judgeStack(question: StackQuestion): StackJudgement {
  if (question.platform !== 'win32') {
    const unknown = inputs.map((input) => ({ input, reason: 'not-windows' }))
    return { stack: 'cannot-tell', signs: [], unknown }
  }
  const answers: Readonly<Record<StackInput, Probe<readonly StackSign[]>>> = {
    services: map(question.services, signsOfServices),
    packages: map(question.packages, signsOfPackages),
    folders: map(question.hasDesktopProgram, (has) =>
      has ? [{ stack: 'desktop', input: 'folders', subject: 'iTunes.exe' }] : [],
    ),
    processes: map(question.processes, signsOfProcesses),
  }
  const signs: StackSign[] = []
  const unknown: { input: StackInput; reason: string }[] = []
  for (const input of inputs) {
    const answer = answers[input]
    if (answer.state === 'known') signs.push(...answer.value)
    else unknown.push({ input, reason: answer.reason })
  }
  const stacks = new Set(signs.map((sign) => sign.stack))
  const [only] = stacks
  const stack =
    stacks.size > 1
      ? 'mixed'
      : (only ?? (unknown.length > 0 || isUndecided(question) ? 'cannot-tell' : 'none'))
  return { stack, signs, unknown }
}

const inputs: readonly StackInput[] = ['services', 'packages', 'folders', 'processes']

const map = <T, U>(probe: Probe<T>, use: (value: T) => U): Probe<U> =>
  probe.state === 'known' ? { state: 'known', value: use(probe.value) } : probe

function signsOfServices(keyNames: readonly string[]): readonly StackSign[] {
  const present = new Set(keyNames.map(pathKey))
  return desktopServices
    .filter((name) => present.has(pathKey(name)))
    .map((subject) => ({ stack: 'desktop', input: 'services', subject }))
}

function signsOfPackages(familyNames: readonly string[]): readonly StackSign[] {
  const { publisherId } = readTrustRules().storePublisher
  return familyNames.flatMap((subject) => {
    const found = packageStacks.find(
      ([name]) => pathKey(`${name}_${publisherId}`) === pathKey(subject),
    )
    return found === undefined ? [] : [{ stack: found[1], input: 'packages', subject }]
  })
}

function signsOfProcesses(
  processes: readonly { readonly imageName: string; readonly imagePath: Probe<string> }[],
): readonly StackSign[] {
  const signs = new Map<string, StackSign>()
  for (const { imageName, imagePath } of processes) {
    const stack = stackOfProcess(pathKey(imageName), imagePath)
    if (stack === null) continue
    signs.set(`${stack} ${pathKey(imageName)}`, { stack, input: 'processes', subject: imageName })
  }
  return [...signs.values()]
}

function stackOfProcess(name: string, imagePath: Probe<string>): SingleStack | null {
  const path = imagePath.state === 'known' ? pathKey(imagePath.value.replaceAll('/', '\\')) : ''
  const inPackage = packageStacks.find(([prefix]) =>
    path.includes(`\\WINDOWSAPPS\\${pathKey(prefix)}_`),
  )
  if (inPackage !== undefined) return inPackage[1]
  if (name === 'APPLEMOBILEDEVICESERVICE.EXE' || name === 'IPODSERVICE.EXE') return 'desktop'
  if (name === 'APPLEDEVICES.EXE' || name === 'APPLEMOBILEDEVICELAUNCHER.EXE') {
    return 'apple-devices'
  }
  return null
}

/** Two editions bring this program: without its path it says that there is one of them, but not which. */
function isUndecided({ processes }: StackQuestion): boolean {
  return (
    processes.state === 'known' &&
    processes.value.some(({ imageName }) => {
      const name = pathKey(imageName)
      return name === 'APPLEMOBILEDEVICEPROCESS.EXE' || name === 'ITUNES.EXE'
    })
  )
}
