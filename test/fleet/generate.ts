/** Fleets that nobody has: PCs by number, always the same for a seed, as lines, as rows of the question and as snapshots. */
import { ownMark } from '../../shared/fleet/own-facts.ts'
import type { ReportLine } from '../../shared/report/line/report-line.ts'

export interface FleetSettings {
  readonly seed?: number
  /** From 0 to 1. */
  readonly sickShare?: number
  /** Every PC with a combination of facts of its own. */
  readonly isDistinct?: boolean
}

export const fleetKinds = ['lines', 'rows', 'snapshots'] as const
export type FleetKind = (typeof fleetKinds)[number]

interface File {
  readonly name: string
  readonly path: string
  readonly result: string
  readonly subject: string
}

export interface GeneratedPc {
  readonly name: string
  readonly at: number
  readonly stack: 'desktop' | 'store' | 'none'
  readonly version: string
  readonly sickness: 'none' | 'disabled' | 'unsigned' | 'elsewhere' | 'untrusted'
  readonly programs: readonly File[]
  /** Recorded by an installer, and nobody else's; null for none. */
  readonly ownFolder: string | null
}

/** Folders of other makers in the languages of Windows. */
const folders = [
  'C:\\Program Files\\Vendor Suite',
  'C:\\Programme\\Hersteller Büro',
  'C:\\Archivos de programa\\Compañía',
  'C:\\Program Files\\Éditeur',
  'C:\\Program Files\\Företag',
]

/** Mulberry32: the same numbers on every machine. */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const sicknesses = ['disabled', 'unsigned', 'elsewhere', 'untrusted'] as const
const mobile = 'C:\\Program Files\\Common Files\\Apple\\Mobile Device Support'
const store = 'C:\\Program Files\\WindowsApps\\AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa'

const apples = (name: string, folder: string): File => ({
  ...{ name, path: `${folder}\\${name}`, result: 'trusted', subject: 'Apple Inc.' },
})

export function generatePc(index: number, settings: FleetSettings = {}): GeneratedPc {
  const { seed = 1, sickShare = 0.08, isDistinct = false } = settings
  const next = numbers(seed * 1_000_003 + index)
  const kind = next()
  const stack = kind < 0.55 ? 'desktop' : kind < 0.85 ? 'store' : 'none'
  const isSick = stack !== 'none' && next() < sickShare
  const sickness = isSick
    ? (sicknesses[Math.floor(next() * sicknesses.length)] ?? 'disabled')
    : 'none'
  const programs = stack === 'none' ? [] : programsOf(stack, sickness)
  return {
    name: `PC-${String(index).padStart(6, '0')}`,
    at: 1_795_000_000 + Math.floor(next() * 700_000),
    ...{ stack, sickness },
    version: isDistinct ? `12.13.${index}` : `12.13.${7 + Math.floor(next() * 4)}.1`,
    programs,
    ownFolder: isDistinct ? `D:\\Apps\\${index}\\` : null,
  }
}

function programsOf(stack: 'desktop' | 'store', sickness: GeneratedPc['sickness']): File[] {
  const programs =
    stack === 'desktop'
      ? [
          apples('AppleMobileDeviceService.exe', mobile),
          apples('iTunes.exe', 'C:\\Program Files\\iTunes'),
          apples('iTunesHelper.exe', 'C:\\Program Files\\iTunes'),
          apples('mDNSResponder.exe', 'C:\\Program Files\\Bonjour'),
          apples('distnoted.exe', mobile),
          apples('iPodService.exe', 'C:\\Program Files\\iPod\\bin'),
          apples('AppleMobileDeviceHelper.exe', mobile),
          apples(
            'APSDaemon.exe',
            'C:\\Program Files\\Common Files\\Apple\\Apple Application Support',
          ),
          apples('secd.exe', 'C:\\Program Files\\Common Files\\Apple\\Apple Application Support'),
        ]
      : [
          apples('AppleMobileDeviceProcess.exe', `${store}\\AMDS64`),
          apples('iTunes.exe', store),
          apples('distnoted.exe', store),
          apples('AppleMobileDeviceHelper.exe', `${store}\\AMDS32`),
        ]
  const [first, ...others] = programs
  if (first === undefined) return programs
  if (sickness === 'disabled') return stack === 'desktop' ? others : programs
  if (sickness === 'untrusted') return [{ ...first, result: 'untrusted' }, ...others]
  if (sickness === 'elsewhere') {
    return [{ ...first, path: `C:\\Users\\_\\Downloads\\${first.name}` }, ...others]
  }
  return sickness === 'unsigned'
    ? [
        ...programs,
        {
          ...apples('iTunesHelper.exe', 'C:\\Users\\_\\AppData\\Roaming'),
          result: 'missing',
          subject: '',
        },
      ]
    : programs
}

export function lineOf(pc: GeneratedPc): string {
  const { name, at, stack, version, sickness, programs } = pc
  const [code, severity] = findings[sickness] ?? []
  const line: ReportLine = {
    ...{ v: 1, at: new Date(at * 1000).toISOString(), label: name, app: '0.1.0' },
    ...{ catalogueVersion: '3f9a1c2e', system: 'win32 10.0.22631 x64' },
    worst: severity ?? 'none',
    exitCode: severity === undefined ? 0 : 1,
    stack,
    products: stack === 'none' ? [] : [{ id: 'itunes', edition: stack, version }],
    running: programs.map((file) => ({
      id: file.name.toLowerCase(),
      trust: 'genuine',
      version,
      count: 1,
    })),
    findings:
      code === undefined || severity === undefined
        ? []
        : [{ code, subject: 'AppleMobileDeviceService.exe', severity }],
    unknown: [],
    cut: { products: 0, running: 0, findings: 0, texts: 0 },
  }
  return JSON.stringify(line)
}

const findings: Partial<Record<GeneratedPc['sickness'], readonly [string, string]>> = {
  disabled: ['service-disabled', 'attention'],
  unsigned: ['unsigned', 'danger'],
  elsewhere: ['wrong-folder', 'attention'],
}

export function rowOf({
  name,
  at,
  stack,
  version,
  sickness,
  programs,
  ownFolder,
}: GeneratedPc): Readonly<Record<string, string>> {
  const isDesktop = stack === 'desktop'
  const status = sickness === 'disabled' ? 'STOPPED' : 'RUNNING'
  const start = sickness === 'disabled' ? 'DISABLED' : 'AUTO_START'
  return {
    ...{ inspector: ownMark, catalogue: '3f9a1c2e', computer: name, at: String(at) },
    ...{ windows: '10.0.22631', edition: 'Microsoft Windows 11 Pro', arch: '64-bit', more: '0' },
    processes: JSON.stringify(
      programs.map((file) => [
        ...[file.name, file.path, file.result, file.subject, 'DigiCert Trusted G4 Code Signing'],
        ...['', serviceOf[file.name] ?? '', 0],
        (besides[file.name] ?? []).map((library) => [library, 0, '', '', '']),
      ]),
    ),
    services: JSON.stringify(
      isDesktop
        ? [
            serviceRow('Apple Mobile Device Service', status, start, mobile),
            serviceRow('Bonjour Service', 'RUNNING', 'AUTO_START', 'C:\\Program Files\\Bonjour'),
            serviceRow('iPod Service', 'RUNNING', 'DEMAND_START', 'C:\\Program Files\\iPod\\bin'),
          ]
        : [],
    ),
    folders: JSON.stringify({
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      CommonProgramFiles: 'C:\\Program Files\\Common Files',
      'CommonProgramFiles(x86)': 'C:\\Program Files (x86)\\Common Files',
    }),
    installFolders: JSON.stringify([
      ...(isDesktop ? recordedFolders : []),
      ...(ownFolder === null ? [] : [ownFolder]),
    ]),
    packages: JSON.stringify(
      stack === 'store' ? ['AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa'] : [],
    ),
    installed: JSON.stringify(
      isDesktop
        ? installedIds
        : stack === 'store'
          ? ['store/itunes', 'store/apple-mobile-device-process']
          : [],
    ),
    products: JSON.stringify(isDesktop ? [version] : []),
    startup: JSON.stringify(
      isDesktop
        ? [
            [
              ...[
                'iTunesHelper',
                'HKLM\\CurrentVersion\\Run',
                '"C:\\Program Files\\iTunes\\iTunesHelper.exe"',
              ],
              ...['enabled', 'trusted', 'Apple Inc.', 'DigiCert Trusted G4 Code Signing'],
            ],
          ]
        : [],
    ),
  }
}

/** What the question answers on a PC with desktop iTunes (`test/fleet/osquery.ts`). */
const serviceOf: Readonly<Record<string, string>> = {
  'AppleMobileDeviceService.exe': 'Apple Mobile Device Service',
  'mDNSResponder.exe': 'Bonjour Service',
  'iPodService.exe': 'iPod Service',
}
const besides: Readonly<Record<string, readonly string[]>> = {
  'iTunesHelper.exe': ['CoreFoundation.dll'],
  'mDNSResponder.exe': ['dal_keepalives.dll'],
}
const recordedFolders = [
  ...['C:\\Program Files (x86)\\Apple Software Update\\', 'C:\\Program Files\\Bonjour\\'],
  'C:\\Program Files\\Common Files\\Apple\\Apple Application Support\\',
  `${mobile}\\`,
  'C:\\Program Files\\iTunes\\',
  'C:\\Program Files\\iPod\\',
]
const installedIds = [
  ...['apple-mobile-backup', 'apple-mobile-device-helper', 'apple-mobile-device-service'],
  ...['apple-mobile-sync', 'aps-daemon', 'com-apple-outlook-client', 'distnoted', 'ipod-service'],
  ...[
    'itunes',
    'itunes-helper',
    'md-crash-report-tool',
    'mdnsresponder',
    'secd',
    'software-update',
  ],
  'sync-server',
]
const programOf: Readonly<Record<string, string>> = {
  'Apple Mobile Device Service': 'AppleMobileDeviceService.exe',
  'Bonjour Service': 'mDNSResponder.exe',
  'iPod Service': 'iPodService.exe',
}
const serviceRow = (name: string, status: string, start: string, folder: string) => [
  ...[name, status, start, `"${folder}\\${programOf[name] ?? ''}"`, 'LocalSystem', 0, 0, 1],
]

/** About what a PC with 230 processes has to say of them: 80 kB. */
const otherProcesses = 226

function snapshotRowsOf(pc: GeneratedPc): readonly object[] {
  const others = Array.from({ length: otherProcesses }, (_, at) => {
    const folder = at < 90 ? 'C:\\Windows\\System32' : (folders[at % folders.length] ?? '')
    const name = at < 90 ? `svchost.exe` : `worker-${at}.exe`
    return {
      ...{ pid: String(1000 + at * 4), name, path: `${folder}\\${name}` },
      cmdline: `"${folder}\\${name}" --type=utility --lang=sv --service-sandbox-type=none --id ${at}`,
      ...{
        state: 'STILL_ACTIVE',
        on_disk: '1',
        parent: '780',
        threads: '12',
        elapsed_time: '8123',
      },
      ...{
        result: 'trusted',
        subject_name: 'Microsoft Windows',
        issuer_name: 'Microsoft Windows Production PCA 2011',
      },
    }
  })
  const own = pc.programs.map((file, at) => ({
    ...{ pid: String(9000 + at), name: file.name, path: file.path, cmdline: `"${file.path}"` },
    ...{ state: 'STILL_ACTIVE', on_disk: '1', parent: '780', threads: '12', elapsed_time: '8123' },
    ...{ result: file.result, subject_name: file.subject, issuer_name: 'DigiCert' },
  }))
  return [...others, ...own]
}

/** One line of a file of that kind, without its end. */
export function recordOf(kind: FleetKind, pc: GeneratedPc): string {
  if (kind === 'lines') return lineOf(pc)
  const snapshot = kind === 'rows' ? [rowOf(pc)] : snapshotRowsOf(pc)
  return JSON.stringify({
    snapshot,
    ...{ action: 'snapshot', name: 'pack_it_process_inspector', hostIdentifier: pc.name },
    ...{ calendarTime: '', unixTime: pc.at, epoch: 0, counter: 0, numerics: false },
  })
}
