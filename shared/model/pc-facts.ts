/**
 * What this PC has beside its processes: services, start-up, installations, drivers, devices, and what else can stand
 * between an iPhone and this PC. Facts only; what they mean is judged elsewhere.
 *
 * No serial number, device name or key is ever part of it. Fields whose description says "names a person" hold what
 * redaction must look at.
 */
import type { Hive, RegistryView, StartupSwitch } from './autostart.ts'
import type { Probe } from './probe.ts'
import type { ServiceExit, ServiceStartType, ServiceState } from './service.ts'
import type { Signature } from './signature.ts'

/** Of which maker a service or program is, as far as its file says. */
export const makers = ['apple', 'windows', 'other', 'unknown'] as const
export type Maker = (typeof makers)[number]

/** What Windows does when a service fails. */
export const recoveryActions = ['none', 'restart', 'reboot', 'run-command'] as const
export type RecoveryAction = (typeof recoveryActions)[number]

/** Another service that a service needs, and whether it is there and runs. */
export interface ServiceDependency {
  /** A key name; a group is written with its `+`, as Windows does. */
  readonly keyName: string
  /** Null where there is no such service, and for a group. */
  readonly state: Probe<ServiceState | null>
}

/** Set up as the registry tells everybody. */
export interface ServiceSetUp {
  readonly startType: ServiceStartType
  readonly isDelayed: boolean
  /** Started by an event, such as a device that arrives. */
  readonly hasTrigger: boolean
  /** `LocalSystem` …; may name a person. */
  readonly account: string
  /** As it is written; may name a person. */
  readonly imagePath: string
  /** What Windows would start: the first program that fits, variables replaced. Null where nobody can tell. */
  readonly program: string | null
  /** An unquoted path with blanks: programs that would be started in its place, were they there. In their order. */
  readonly earlierPrograms: readonly { readonly path: string; readonly isThere: boolean }[]
  readonly dependsOn: readonly ServiceDependency[]
  /** In the order of failures; empty where none is set up. */
  readonly recovery: readonly RecoveryAction[]
}

/** Of Windows: Windows Image Acquisition, which hands photos of a phone on, and the Windows Installer. */
export const servicesOfWindows = ['stisvc', 'msiserver'] as const

/** A service of Apple's, or one of Windows that Apple's programs need, or one in `other-makers.json`. */
export interface PcService {
  readonly keyName: string
  /** In the system's language. */
  readonly displayName: string
  readonly description: string | null
  readonly maker: Maker
  readonly state: Probe<ServiceState>
  /** Null when it does not run. */
  readonly pid: number | null
  readonly lastExit: Probe<ServiceExit>
  readonly setUp: Probe<ServiceSetUp>
  readonly isProgramThere: Probe<boolean>
  readonly signature: Probe<Signature>
}

/** Where Windows keeps what it starts by itself. */
export const startupPlaces = [
  'run-key',
  'run-policy',
  'startup-folder',
  'scheduled-task',
  'store-task',
] as const
export type StartupPlace = (typeof startupPlaces)[number]

/** Who switched a start-up item on or off. */
export const startupDeciders = ['user', 'policy', 'default'] as const
export type StartupDecider = (typeof startupDeciders)[number]

/** One thing that Windows starts by itself. */
export interface StartupItem {
  readonly place: StartupPlace
  /** A value's name, a file's name, a task's path, or the Store task's id. */
  readonly name: string
  /** Of a Run key; null elsewhere. */
  readonly key: { readonly hive: Hive; readonly view: RegistryView } | null
  /** Of a Store task: `AppleInc.iTunes_nzyj5cx40ttqa`; null elsewhere. */
  readonly packageFamily: string | null
  /** The command line or link target as it is written; may name a person. */
  readonly command: Probe<string>
  /** What it comes to, variables and links resolved; may name a person. Null where nobody can tell. */
  readonly target: string | null
  readonly isTargetThere: Probe<boolean>
  readonly maker: Maker
  readonly startupSwitch: Probe<StartupSwitch>
  readonly decidedBy: StartupDecider
}

export interface StartupFacts {
  /** Which places could be read. */
  readonly read: readonly { readonly place: StartupPlace; readonly read: Probe<true> }[]
  /** Apple's own, and those that are named like Apple's. */
  readonly items: readonly StartupItem[]
}

/** Apple's installer packages that the rules speak of. */
export const packageIds = [
  'itunes',
  'apple-mobile-device-support',
  'apple-application-support',
  'bonjour',
  'bonjour-print-services',
  'apple-software-update',
  'icloud',
  'quicktime',
  'other',
] as const
export type PackageId = (typeof packageIds)[number]

/** An entry of "Installed apps" that a Windows Installer package of Apple's made. */
export interface InstalledPackage {
  readonly id: PackageId
  /** As it calls itself. */
  readonly name: string
  readonly version: string | null
  /** Of the programs in it: 32-bit ones are recorded in the 32-bit view. */
  readonly bits: 32 | 64
  readonly hive: Hive
  /** May name a person. */
  readonly folder: string | null
  /** Null where no folder is recorded. */
  readonly isFolderThere: Probe<boolean | null>
  /** The product version of its main program; null where it has none. */
  readonly fileVersion: string | null
}

/** A file that Apple's programs cannot do without. */
export interface NeededFile {
  readonly packageId: PackageId
  /** For example `CoreFoundation.dll`. */
  readonly fileName: string
  readonly path: string
  readonly isThere: Probe<boolean>
}

/** By which driver class Windows runs a device. `none`: by no driver at all. */
export const deviceClasses = ['apple', 'winusb', 'wpd', 'foreign', 'none', 'other'] as const
export type DeviceClass = (typeof deviceClasses)[number]

export const deviceKinds = ['iphone', 'ipad', 'ipod', 'other'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** An Apple device (USB vendor 05AC) that Windows knows, without its serial number. */
export interface AppleDevice {
  readonly kind: DeviceKind
  /** Whether it is plugged in now. */
  readonly isPresent: boolean
  readonly class: DeviceClass
  /** For example `Apple Mobile Device USB Driver`. */
  readonly driverName: string | null
  readonly provider: string | null
  /** For example `usbaapl64.inf`, or `oem12.inf` where the original name is not known. */
  readonly inf: string | null
  /** Windows's code, 0 for no trouble: 10, 28, 43 … */
  readonly problemCode: number | null
  /** How many hubs stand between it and the PC's own; null where nobody can tell. */
  readonly hubsBetween: number | null
}

/** A driver of Apple's in the driver store or the registry. */
export interface AppleDriver {
  /** `usbaapl64`, `appleusb`, `AppleLowerFilter`, `netaapl64` */
  readonly name: string
  readonly version: string | null
  readonly isInStore: boolean
  readonly isService: boolean
}

/** The folder of the pairing records (Lockdown). Never a name or id out of it. */
export interface PairingFolder {
  readonly isThere: boolean
  readonly isReadable: boolean
  /** Whether the account of Apple's service may write there. */
  readonly isWritable: Probe<boolean>
  readonly records: number | null
  /** Days as `2026-11-27`. */
  readonly oldest: string | null
  readonly newest: string | null
}

export const backupEditions = ['desktop', 'store'] as const
export type BackupEdition = (typeof backupEditions)[number]

/** A folder in which iPhone backups lie. */
export interface BackupFolder {
  readonly edition: BackupEdition
  /** Names a person. */
  readonly path: string
  readonly isThere: boolean
  readonly isJunction: boolean
  /** Where a junction leads; names a person. */
  readonly target: string | null
  readonly isTargetThere: Probe<boolean>
  /** Bytes; skipped where it took too long. */
  readonly size: Probe<number>
  readonly backups: number | null
  /** Bytes that are free where the backups really lie. */
  readonly freeBytes: Probe<number>
}

export const networkCategories = ['public', 'private', 'domain'] as const
export type NetworkCategory = (typeof networkCategories)[number]

export const adapterKinds = ['ethernet', 'wi-fi', 'tunnel', 'virtual', 'other'] as const
export type AdapterKind = (typeof adapterKinds)[number]

export interface NetworkAdapter {
  /** Windows's description of the adapter, never the connection's name that a user gave. */
  readonly description: string
  readonly kind: AdapterKind
  readonly isUp: boolean
}

/** A proxy setting. `script`: an automatic configuration script. */
export const proxyKinds = ['none', 'automatic', 'script', 'fixed'] as const
export type ProxyKind = (typeof proxyKinds)[number]

export interface NetworkFacts {
  /** Of the connected networks, the strictest: public before private before domain. Null without a network. */
  readonly category: Probe<NetworkCategory | null>
  readonly adapters: Probe<readonly NetworkAdapter[]>
  readonly userProxy: Probe<ProxyKind>
  /** WinHTTP's, which services use. */
  readonly machineProxy: Probe<ProxyKind>
  /** Programs of Apple's that an active rule lets in, and for which networks; empty for all. */
  readonly letIn: Probe<
    readonly { readonly program: string; readonly categories: readonly NetworkCategory[] }[]
  >
}

/** Bonjour's entry in Windows's list of name providers (Winsock's catalogue). */
export interface NameProvider {
  /** Of the library, variables replaced. */
  readonly path: string
  readonly isThere: Probe<boolean>
}

/** Three policies that keep Windows Update from fetching drivers. `null`: not set. */
export interface DriverPolicies {
  readonly searchOrderConfig: number | null
  readonly excludeDriversInQualityUpdate: number | null
  readonly preventDeviceMetadata: number | null
}

/** How a program of another maker was noticed. */
export const noticedBy = ['service', 'process', 'adapter'] as const
export type NoticedBy = (typeof noticedBy)[number]

/** A program of another maker that may filter traffic, hold the device, start iTunes or use a port; see `other-makers.json`. */
export interface OtherMakersProgram {
  readonly id: string
  readonly by: NoticedBy
  /** The service's key name, the program's or the adapter's. */
  readonly subject: string
  readonly isRunning: boolean
  /** Of one core, in whole percent; null where nobody measured. */
  readonly cpuPercent: number | null
}

export interface WindowsFacts {
  /** `Professional`, `ProfessionalN`, `Core` … */
  readonly editionId: string | null
  /** ISO 8601, UTC. */
  readonly startedAtUtc: string | null
  readonly isSafeMode: boolean
  readonly isLsaProtected: Probe<boolean>
  /** Whether Windows's media features are there, which N editions lack. */
  readonly hasMediaFeatures: Probe<boolean>
}

/** How often a service's last starts failed, out of the System event log. */
export interface ServiceEvent {
  readonly id: 7000 | 7009 | 7031 | 7034
  readonly keyName: string
  /** ISO 8601, UTC. */
  readonly atUtc: string
}

export interface PcFacts {
  /** ISO 8601, UTC. */
  readonly takenAtUtc: string
  /** Parts that were read before `takenAtUtc` and kept, because reading them takes long. */
  readonly kept: readonly KeptPart[]
  readonly windows: Probe<WindowsFacts>
  readonly services: Probe<readonly PcService[]>
  readonly serviceEvents: Probe<readonly ServiceEvent[]>
  readonly startup: StartupFacts
  readonly packages: Probe<readonly InstalledPackage[]>
  readonly neededFiles: readonly NeededFile[]
  readonly drivers: Probe<readonly AppleDriver[]>
  readonly devices: Probe<readonly AppleDevice[]>
  readonly driverPolicies: Probe<DriverPolicies>
  readonly pairing: Probe<PairingFolder>
  readonly backups: Probe<readonly BackupFolder[]>
  /** Free bytes of the drive that Windows is on. */
  readonly systemDriveFree: Probe<number>
  readonly network: NetworkFacts
  /** Null where Bonjour's entry is not in the list. */
  readonly nameProvider: Probe<NameProvider | null>
  readonly otherMakers: Probe<readonly OtherMakersProgram[]>
  /** Whether Windows Installer is at work. */
  readonly isInstalling: Probe<boolean>
}

/** In the order in which they stand in a report. */
export const pcPartNames = [
  'windows',
  'services',
  'serviceEvents',
  'startup',
  'packages',
  'neededFiles',
  'drivers',
  'devices',
  'driverPolicies',
  'pairing',
  'backups',
  'systemDriveFree',
  'network',
  'nameProvider',
  'otherMakers',
  'isInstalling',
] as const satisfies readonly (keyof PcFacts)[]
export type PcPartName = (typeof pcPartNames)[number]

export interface KeptPart {
  readonly part: PcPartName
  /** ISO 8601, UTC. */
  readonly readAtUtc: string
}

/** Nothing could be looked at, for one reason. */
export function unknownPcFacts(takenAtUtc: string, reason: Probe<never>): PcFacts {
  return {
    takenAtUtc,
    kept: [],
    windows: reason,
    services: reason,
    serviceEvents: reason,
    startup: { read: startupPlaces.map((place) => ({ place, read: reason })), items: [] },
    packages: reason,
    neededFiles: [],
    drivers: reason,
    devices: reason,
    driverPolicies: reason,
    pairing: reason,
    backups: reason,
    systemDriveFree: reason,
    network: {
      category: reason,
      adapters: reason,
      userProxy: reason,
      machineProxy: reason,
      letIn: reason,
    },
    nameProvider: reason,
    otherMakers: reason,
    isInstalling: reason,
  }
}
