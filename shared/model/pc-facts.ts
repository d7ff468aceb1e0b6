/**
 * What this PC has beside its processes: services, start-up, installations, drivers, devices, and what else can stand
 * between an iPhone and this PC. Facts only; what they mean is judged elsewhere.
 *
 * No serial number, device name or key is ever part of it. Fields whose description says "names a person" hold what
 * redaction must look at.
 */
import { z } from 'zod'
import { hiveSchema, registryViewSchema, startupSwitchSchema } from './autostart.ts'
import { networkCategories, pcPartNames, startupPlaces } from './pc-parts.ts'
import {
  bytesSchema,
  countSchema,
  daySchema,
  named,
  pidSchema,
  probeSchema,
  utcSchema,
  wordOf,
  type TypeOf,
} from './schema.ts'
import { serviceExitSchema, serviceStartTypes, serviceStates } from './service.ts'
import { signatureSchema } from './signature.ts'

/** Of which maker a service or program is, as far as its file says. */
const makerSchema = wordOf(['apple', 'windows', 'other', 'unknown'])
export type Maker = TypeOf<typeof makerSchema>

const windowsSchema = named(
  'PcWindows',
  z.object({
    editionId: z.string().nullable().describe('`Professional`, `Core`, `ProfessionalN` …'),
    startedAtUtc: utcSchema.nullable(),
    isSafeMode: z.boolean(),
    isLsaProtected: probeSchema(z.boolean()),
    /** Whether Windows's media features are there. */
    hasMediaFeatures: probeSchema(z.boolean()).describe('N editions lack them.'),
  }),
)
export type WindowsFacts = TypeOf<typeof windowsSchema>

/** Another service that a service needs, and whether it is there and runs. */
const dependencySchema = z.object({
  keyName: z.string().describe('A group has a plus sign in front.'),
  /** Null also for a group. */
  state: probeSchema(wordOf(serviceStates).nullable()).describe('Null: not there.'),
})
export type ServiceDependency = TypeOf<typeof dependencySchema>

const recoverySchema = wordOf(['none', 'restart', 'reboot', 'run-command'])
export type RecoveryAction = TypeOf<typeof recoverySchema>

/** Set up as the registry tells everybody. */
const setUpSchema = named(
  'PcServiceSetUp',
  z.object({
    startType: wordOf(serviceStartTypes),
    isDelayed: z.boolean(),
    hasTrigger: z.boolean().describe('Started by an event, such as a device that arrives.'),
    account: z.string().describe('May name a person.'),
    imagePath: z.string().describe('As it is written; may name a person.'),
    /** The first program that fits, variables replaced. Null where nobody can tell. */
    program: z.string().nullable().describe('What Windows would start.'),
    /** In their order. */
    earlierPrograms: z
      .array(z.object({ path: z.string(), isThere: z.boolean() }))
      .describe('Programs that an unquoted path with spaces would start first.'),
    dependsOn: z.array(dependencySchema),
    /** In the order of failures; empty where none is set up. */
    recovery: z.array(recoverySchema).describe('What Windows does when it fails.'),
  }),
)
export type ServiceSetUp = TypeOf<typeof setUpSchema>

/** A service of Apple's, or one of Windows that Apple's programs need, or one in `other-makers.json`. */
const serviceSchema = named(
  'PcService',
  z.object({
    keyName: z.string(),
    /** In the system's language. */
    displayName: z.string(),
    description: z.string().nullable(),
    maker: makerSchema,
    state: probeSchema(wordOf(serviceStates)),
    /** Null when it does not run. */
    pid: pidSchema.nullable(),
    lastExit: probeSchema(serviceExitSchema),
    setUp: probeSchema(setUpSchema),
    isProgramThere: probeSchema(z.boolean()),
    signature: probeSchema(signatureSchema),
  }),
)
export type PcService = TypeOf<typeof serviceSchema>

/** How often a service's last starts failed, out of the System event log. */
const serviceEventSchema = named(
  'PcServiceEvent',
  z.object({
    id: z.union([z.literal(7000), z.literal(7009), z.literal(7031), z.literal(7034)]),
    keyName: z.string(),
    atUtc: utcSchema,
  }),
)
export type ServiceEvent = TypeOf<typeof serviceEventSchema>

const startupPlaceSchema = wordOf(startupPlaces)
export type StartupPlace = TypeOf<typeof startupPlaceSchema>

/** One thing that Windows starts by itself. */
const startupItemSchema = named(
  'PcStartupItem',
  z.object({
    place: startupPlaceSchema,
    /** A value's name, a file's name, a task's path, or the Store task's id. */
    name: z.string(),
    /** Of a Run key; null elsewhere. */
    key: z.object({ hive: hiveSchema, view: registryViewSchema }).nullable(),
    /** Of a Store task: `AppleInc.iTunes_nzyj5cx40ttqa`; null elsewhere. */
    packageFamily: z.string().nullable(),
    /** The command line or link target. */
    command: probeSchema(z.string()).describe('As it is written; may name a person.'),
    /** May name a person. Null where nobody can tell. */
    target: z.string().nullable().describe('With variables and links resolved.'),
    isTargetThere: probeSchema(z.boolean()),
    maker: makerSchema,
    startupSwitch: probeSchema(startupSwitchSchema),
    /** Who switched it on or off. */
    decidedBy: wordOf(['user', 'policy', 'default']),
  }),
)
export type StartupItem = TypeOf<typeof startupItemSchema>
export type StartupDecider = StartupItem['decidedBy']

const startupSchema = z.object({
  /** Which places could be read. */
  read: z.array(z.object({ place: startupPlaceSchema, read: probeSchema(z.literal(true)) })),
  /** Apple's own, and those that are named like Apple's. */
  items: z.array(startupItemSchema),
})
export type StartupFacts = TypeOf<typeof startupSchema>

/** Apple's installer packages that the rules speak of. */
const packageIdSchema = wordOf([
  'itunes',
  'apple-mobile-device-support',
  'apple-application-support',
  'bonjour',
  'bonjour-print-services',
  'apple-software-update',
  'icloud',
  'quicktime',
  'other',
])
export type PackageId = TypeOf<typeof packageIdSchema>

/** An entry of "Installed apps" that a Windows Installer package of Apple's made. */
const packageSchema = named(
  'PcPackage',
  z.object({
    id: packageIdSchema,
    /** As it calls itself. */
    name: z.string(),
    version: z.string().nullable(),
    /** Of the programs in it: 32-bit ones are recorded in the 32-bit view. */
    bits: z.union([z.literal(32), z.literal(64)]),
    hive: hiveSchema,
    /** May name a person. */
    folder: z.string().nullable(),
    /** Null where no folder is recorded. */
    isFolderThere: probeSchema(z.boolean().nullable()),
    /** The product version; null where it has none. */
    fileVersion: z.string().nullable().describe('Of its main program.'),
  }),
)
export type InstalledPackage = TypeOf<typeof packageSchema>

/** A file that Apple's programs cannot do without. */
const neededFileSchema = named(
  'PcNeededFile',
  z.object({
    packageId: packageIdSchema,
    /** For example `CoreFoundation.dll`. */
    fileName: z.string(),
    path: z.string(),
    isThere: probeSchema(z.boolean()),
  }),
)
export type NeededFile = TypeOf<typeof neededFileSchema>

/** A driver of Apple's in the driver store or the registry. */
const driverSchema = named(
  'PcDriver',
  z.object({
    /** `usbaapl64`, `appleusb`, `AppleLowerFilter`, `netaapl64` */
    name: z.string(),
    version: z.string().nullable(),
    isInStore: z.boolean(),
    isService: z.boolean(),
  }),
)
export type AppleDriver = TypeOf<typeof driverSchema>

/** USB vendor 05AC. */
const deviceSchema = named(
  'PcDevice',
  z
    .object({
      kind: wordOf(['iphone', 'ipad', 'ipod', 'other']),
      /** Whether it is plugged in now. */
      isPresent: z.boolean(),
      /** By which driver class Windows runs it. `none`: by no driver at all. */
      class: wordOf(['apple', 'winusb', 'wpd', 'foreign', 'none', 'other']),
      /** For example `Apple Mobile Device USB Driver`. */
      driverName: z.string().nullable(),
      provider: z.string().nullable(),
      /** For example `usbaapl64.inf`, or `oem12.inf` where the original name is not known. */
      inf: z.string().nullable(),
      /** Windows's code, 0 for no trouble: 10, 28, 43 … */
      problemCode: countSchema.nullable(),
      /** How many hubs stand between it and the PC's own; null where nobody can tell. */
      hubsBetween: countSchema.nullable(),
    })
    .describe('An Apple device by its kind, never by its name or serial number.'),
)
export type AppleDevice = TypeOf<typeof deviceSchema>
export type DeviceKind = AppleDevice['kind']
export type DeviceClass = AppleDevice['class']

/** Three policies that keep Windows Update from fetching drivers. Null: not set. */
const driverPoliciesSchema = named(
  'PcDriverPolicies',
  z.object({
    searchOrderConfig: countSchema.nullable(),
    excludeDriversInQualityUpdate: countSchema.nullable(),
    preventDeviceMetadata: countSchema.nullable(),
  }),
)
export type DriverPolicies = TypeOf<typeof driverPoliciesSchema>

/** The folder of the pairing records (Lockdown). Never a name or id out of it. */
const pairingSchema = named(
  'PcPairing',
  z.object({
    isThere: z.boolean(),
    isReadable: z.boolean(),
    /** Whether the account of Apple's service may write there. */
    isWritable: probeSchema(z.boolean()),
    records: countSchema.nullable(),
    oldest: daySchema.nullable(),
    newest: daySchema.nullable(),
  }),
)
export type PairingFolder = TypeOf<typeof pairingSchema>

/** A folder in which iPhone backups lie. */
const backupSchema = named(
  'PcBackupFolder',
  z.object({
    edition: wordOf(['desktop', 'store']),
    /** Names a person. */
    path: z.string(),
    isThere: z.boolean(),
    isJunction: z.boolean(),
    /** Where a junction leads; names a person. */
    target: z.string().nullable(),
    isTargetThere: probeSchema(z.boolean()),
    /** Bytes; skipped where it took too long. */
    size: probeSchema(bytesSchema),
    backups: countSchema.nullable(),
    /** Bytes that are free where the backups really lie. */
    freeBytes: probeSchema(bytesSchema),
  }),
)
export type BackupFolder = TypeOf<typeof backupSchema>
export type BackupEdition = BackupFolder['edition']

const networkCategorySchema = wordOf(networkCategories)
export type NetworkCategory = TypeOf<typeof networkCategorySchema>

const adapterSchema = z.object({
  /** Windows's description of the adapter, never the connection's name that a user gave. */
  description: z.string(),
  kind: wordOf(['ethernet', 'wi-fi', 'tunnel', 'virtual', 'other']),
  isUp: z.boolean(),
})
export type NetworkAdapter = TypeOf<typeof adapterSchema>
export type AdapterKind = NetworkAdapter['kind']

/** A proxy setting. `script`: an automatic configuration script. */
const proxySchema = wordOf(['none', 'automatic', 'script', 'fixed'])
export type ProxyKind = TypeOf<typeof proxySchema>

const networkSchema = named(
  'PcNetwork',
  z.object({
    /** Of the connected networks, the strictest: public before private before domain. Null without a network. */
    category: probeSchema(networkCategorySchema.nullable()),
    adapters: probeSchema(z.array(adapterSchema)),
    userProxy: probeSchema(proxySchema),
    /** WinHTTP's, which services use. */
    machineProxy: probeSchema(proxySchema),
    /** Programs of Apple's that an active rule lets in, and for which networks; empty for all. */
    letIn: probeSchema(
      z.array(z.object({ program: z.string(), categories: z.array(networkCategorySchema) })),
    ),
  }),
)
export type NetworkFacts = TypeOf<typeof networkSchema>

/** `path`: of the library, variables replaced. */
const nameProviderSchema = z.object({ path: z.string(), isThere: probeSchema(z.boolean()) })
export type NameProvider = TypeOf<typeof nameProviderSchema>

/** A program of another maker that may filter traffic, hold the device, start iTunes or use a port; see `other-makers.json`. */
const otherMakersSchema = named(
  'PcOtherMakersProgram',
  z.object({
    id: z.string(),
    /** How it was noticed. */
    by: wordOf(['service', 'process', 'adapter']),
    /** The service's key name, the program's or the adapter's. */
    subject: z.string(),
    isRunning: z.boolean(),
    /** Of one core, in whole percent; null where nobody measured. */
    cpuPercent: z.number().min(0).nullable(),
  }),
)
export type OtherMakersProgram = TypeOf<typeof otherMakersSchema>
export type NoticedBy = OtherMakersProgram['by']

/** Each part is one of `pcPartNames`. */
export const pcSchema = named(
  'Pc',
  z.object({
    takenAtUtc: utcSchema,
    /** Because reading them takes long. */
    kept: z
      .array(z.object({ part: wordOf(pcPartNames), readAtUtc: utcSchema }))
      .describe('Parts that were read earlier than the rest.'),
    windows: probeSchema(windowsSchema),
    services: probeSchema(z.array(serviceSchema)),
    serviceEvents: probeSchema(z.array(serviceEventSchema)),
    startup: startupSchema,
    packages: probeSchema(z.array(packageSchema)),
    neededFiles: z.array(neededFileSchema),
    drivers: probeSchema(z.array(driverSchema)),
    devices: probeSchema(z.array(deviceSchema)),
    driverPolicies: probeSchema(driverPoliciesSchema),
    pairing: probeSchema(pairingSchema),
    backups: probeSchema(z.array(backupSchema)),
    /** Of the drive that Windows is on. */
    systemDriveFree: probeSchema(bytesSchema),
    network: networkSchema,
    nameProvider: probeSchema(nameProviderSchema.nullable()).describe(
      "Bonjour's entry in Winsock's catalogue; null where it has none.",
    ),
    otherMakers: probeSchema(z.array(otherMakersSchema)),
    /** Whether Windows Installer is at work. */
    isInstalling: probeSchema(z.boolean()),
  }),
)
export type PcFacts = TypeOf<typeof pcSchema>
