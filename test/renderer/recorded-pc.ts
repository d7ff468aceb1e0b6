/** What does the window get from a PC with iTunes? Observed files in their places, judged by the program's own rules. */
import { judgeInspection } from '../../shared/judge/judge-inspection.ts'
import type { ExaminedProcess, Inspection, LookAlikeWhy } from '../../shared/model/inspection.ts'
import type { RunEntry } from '../../shared/model/autostart.ts'
import { known, skipped, type Probe } from '../../shared/model/probe.ts'
import type {
  CatalogueService,
  ServiceStartType,
  ServiceState,
} from '../../shared/model/service.ts'
import type { Signature } from '../../shared/model/signature.ts'
import type { VersionInfo } from '../../shared/model/file-evidence.ts'
import { observedAppleFiles } from '../fixtures/observed-apple-files.ts'
import { keysWith, runEntry } from '../fixtures/run-keys.ts'
import { catalogue } from './fake-bridge.ts'

const known64 = {
  ProgramFiles: known('C:\\Program Files'),
  'ProgramFiles(x86)': known('C:\\Program Files (x86)'),
  CommonProgramFiles: known('C:\\Program Files\\Common Files'),
  'CommonProgramFiles(x86)': known('C:\\Program Files (x86)\\Common Files'),
}

export const appleSignature: Signature = {
  verdict: 'trusted',
  where: 'embedded',
  code: 0,
  signer: { commonName: 'Apple Inc.', organization: 'Apple Inc.' },
  issuer: 'Symantec Class 3 SHA256 Code Signing CA',
  stampedAtUtc: '2020-09-14T19:22:31.000Z',
}

export const noSignature: Signature = {
  verdict: 'none',
  where: null,
  code: 0x800b0100,
  signer: null,
  issuer: null,
  stampedAtUtc: null,
}

export function signedBy(commonName: string): Signature {
  return { ...appleSignature, signer: { commonName, organization: commonName } }
}

export function saying(fileDescription: string, more: Partial<VersionInfo> = {}): VersionInfo {
  return {
    companyName: 'Apple Inc.',
    fileDescription,
    productName: null,
    fileVersion: '12.10.9.3',
    productVersion: null,
    originalFilename: null,
    fixedFileVersion: '12.10.9.3',
    ...more,
  }
}

/** A running program of which everything is known. */
export function examined(
  pid: number,
  name: string,
  folder: string,
  details: Partial<ExaminedProcess> = {},
): ExaminedProcess {
  return {
    pid,
    parentPid: 812,
    name,
    imagePath: known(`${folder}\\${name}`),
    imagePathWay: 'pid',
    startedAtUtc: known('2026-11-22T07:14:05.000Z'),
    workingSetBytes: known(13_420_000 + pid * 1000),
    counts: known({ sessionId: 1, threads: 7, handles: 214 }),
    signature: known(appleSignature),
    version: known(saying('Test')),
    neighbours: [],
    owner: known({ securityId: 'S-1-5-21-1', account: 'HOME\\anna', integrity: 'medium' }),
    services: known([]),
    parentName: 'services.exe',
    ...details,
  }
}

/** One of the observed files, running from where it was observed. */
export function observed(
  pid: number,
  imageName: string,
  details: Partial<ExaminedProcess> = {},
): ExaminedProcess {
  const file = observedAppleFiles.find((one) => one.imageName === imageName)
  if (file === undefined) throw new Error(`nobody has observed ${imageName}`)
  const { folder, signature, version } = file
  return examined(pid, imageName, folder, {
    signature: known(signature),
    version: known(version),
    ...details,
  })
}

interface Pc {
  readonly running?: readonly ExaminedProcess[]
  readonly lookAlikes?: readonly {
    readonly process: ExaminedProcess
    readonly resembles: string
    readonly why: LookAlikeWhy
  }[]
  readonly maybeApple?: Probe<readonly ExaminedProcess[]>
  /** By key name; all others are not there. */
  readonly services?: Readonly<Record<string, readonly [ServiceState, ServiceStartType]>>
  readonly installed?: readonly string[]
  readonly startsAtLogon?: readonly RunEntry[]
  readonly hasDesktopProgram?: boolean
}

export const desktopServices = {
  'Apple Mobile Device Service': ['running', 'automatic'],
  'Bonjour Service': ['running', 'automatic'],
  'iPod Service': ['running', 'manual'],
} as const satisfies Pc['services']

function servicesOf(there: NonNullable<Pc['services']>): readonly CatalogueService[] {
  return catalogue.processes.flatMap(({ id, service }) =>
    (service?.keyNames ?? []).map((keyName): CatalogueService => {
      const found = there[keyName]
      if (found === undefined) {
        const none = skipped('no-such-service')
        return {
          processId: id,
          keyName,
          isInstalled: known(false),
          listed: none,
          configuration: none,
          isProgramThere: none,
        }
      }
      const [state, startType] = found
      return {
        processId: id,
        keyName,
        isInstalled: known(true),
        listed: known({ keyName, displayName: keyName, state, pid: null }),
        configuration: known({ startType, imagePath: '', account: 'LocalSystem' }),
        isProgramThere: known(true),
      }
    }),
  )
}

export function inspectionOfPc({
  running = [],
  lookAlikes = [],
  maybeApple = known([]),
  services = desktopServices,
  installed = [],
  startsAtLogon = [runEntry()],
  hasDesktopProgram = true,
}: Pc): Inspection {
  const all = [...running, ...lookAlikes.map(({ process }) => process)]
  const isRunning = new Set(running.map(({ name }) => name))
  return judgeInspection({
    takenAtUtc: '2026-11-22T10:14:05.000Z',
    machine: { platform: 'win32', release: '10.0.22631', arch: 'x64', language: 'en-GB' },
    catalogue,
    listing: { lister: 'in-process', processes: all, processesSeen: 214, isComplete: true },
    matches: new Map(
      catalogue.processes.map(({ id, imageName }) => [
        id,
        running.filter(({ name }) => name === imageName),
      ]),
    ),
    lookAlikes,
    examination: {
      elevated: known(false),
      places: { knownFolders: known64, storePackages: known([]), installFolders: known([]) },
      services: servicesOf(services),
      startedFiles: new Map(),
      runKeys: keysWith(...startsAtLogon),
      installed: new Map(
        catalogue.processes.map(({ id, imageName }) => [
          id,
          known(isRunning.has(imageName) || installed.includes(imageName)),
        ]),
      ),
      hasDesktopProgram: known(hasDesktopProgram),
      byPid: new Map(all.map((process) => [process.pid, process])),
      maybeApple,
    },
  })
}

const system = known({
  securityId: 'S-1-5-18',
  account: 'NT AUTHORITY\\SYSTEM',
  integrity: 'system',
} as const)

const noFile = skipped('file-missing')

/** Four helpers at work, all of them the real ones. */
export const genuineHelpers: readonly ExaminedProcess[] = [
  observed(4312, 'AppleMobileDeviceService.exe', {
    owner: system,
    counts: known({ sessionId: 0, threads: 12, handles: 341 }),
    services: known(['Apple Mobile Device Service']),
  }),
  observed(4388, 'mDNSResponder.exe', { owner: system, services: known(['Bonjour Service']) }),
  observed(9120, 'iTunesHelper.exe', {
    parentPid: 5004,
    parentName: 'explorer.exe',
    neighbours: [{ fileName: 'CoreFoundation.dll', isPresent: known(false), signature: noFile }],
  }),
  observed(9544, 'iPodService.exe', { owner: system, services: known(['iPod Service']) }),
]

export const installedProgram = [
  'AppleMobileBackup.exe',
  'AppleMobileDeviceHelper.exe',
  'AppleMobileSync.exe',
  'distnoted.exe',
  'MDCrashReportTool.exe',
  'SyncServer.exe',
  'iTunes.exe',
]
