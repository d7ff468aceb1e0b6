/** The shape of what this PC has, in a report: services, start-up, installations, drivers and the rest. */
import { z } from 'zod'
import { hives, registryViews } from '../../model/autostart.ts'
import {
  adapterKinds,
  backupEditions,
  deviceClasses,
  deviceKinds,
  makers,
  networkCategories,
  noticedBy,
  packageIds,
  pcPartNames,
  proxyKinds,
  recoveryActions,
  startupDeciders,
  startupPlaces,
} from '../../model/pc-facts.ts'
import { serviceStartTypes, serviceStates } from '../../model/service.ts'
import {
  named,
  pidSchema,
  probeSchema,
  signatureSchema,
  utcSchema,
  wordOf,
} from './report-parts.ts'

const count = z.int().min(0)
const bytes = z.number().min(0)
const day = z.iso.date()

const windowsSchema = named(
  'PcWindows',
  z.object({
    editionId: z.string().nullable().describe('`Professional`, `Core`, `ProfessionalN` …'),
    startedAtUtc: utcSchema.nullable(),
    isSafeMode: z.boolean(),
    isLsaProtected: probeSchema(z.boolean()),
    hasMediaFeatures: probeSchema(z.boolean()).describe('N editions lack them.'),
  }),
)

const setUpSchema = named(
  'PcServiceSetUp',
  z.object({
    startType: wordOf(serviceStartTypes),
    isDelayed: z.boolean(),
    hasTrigger: z.boolean().describe('Started by an event, such as a device that arrives.'),
    account: z.string().describe('May name a person.'),
    imagePath: z.string().describe('As it is written; may name a person.'),
    program: z.string().nullable().describe('What Windows would start.'),
    earlierPrograms: z
      .array(z.object({ path: z.string(), isThere: z.boolean() }))
      .describe('Programs that an unquoted path with spaces would start first.'),
    dependsOn: z.array(
      z.object({
        keyName: z.string().describe('A group has a plus sign in front.'),
        state: probeSchema(wordOf(serviceStates).nullable()).describe('Null: not there.'),
      }),
    ),
    recovery: z.array(wordOf(recoveryActions)).describe('What Windows does when it fails.'),
  }),
)

const serviceSchema = named(
  'PcService',
  z.object({
    keyName: z.string(),
    displayName: z.string(),
    description: z.string().nullable(),
    maker: wordOf(makers),
    state: probeSchema(wordOf(serviceStates)),
    pid: pidSchema.nullable(),
    lastExit: probeSchema(z.object({ code: count, ownCode: count })),
    setUp: probeSchema(setUpSchema),
    isProgramThere: probeSchema(z.boolean()),
    signature: probeSchema(signatureSchema),
  }),
)

const serviceEventSchema = named(
  'PcServiceEvent',
  z.object({
    id: z.union([z.literal(7000), z.literal(7009), z.literal(7031), z.literal(7034)]),
    keyName: z.string(),
    atUtc: utcSchema,
  }),
)

const startupItemSchema = named(
  'PcStartupItem',
  z.object({
    place: wordOf(startupPlaces),
    name: z.string(),
    key: z.object({ hive: wordOf(hives), view: wordOf(registryViews) }).nullable(),
    packageFamily: z.string().nullable(),
    command: probeSchema(z.string()).describe('As it is written; may name a person.'),
    target: z.string().nullable().describe('With variables and links resolved.'),
    isTargetThere: probeSchema(z.boolean()),
    maker: wordOf(makers),
    startupSwitch: probeSchema(z.object({ isOn: z.boolean(), offSinceUtc: utcSchema.nullable() })),
    decidedBy: wordOf(startupDeciders),
  }),
)

const packageSchema = named(
  'PcPackage',
  z.object({
    id: wordOf(packageIds),
    name: z.string(),
    version: z.string().nullable(),
    bits: z.union([z.literal(32), z.literal(64)]),
    hive: wordOf(hives),
    folder: z.string().nullable(),
    isFolderThere: probeSchema(z.boolean().nullable()),
    fileVersion: z.string().nullable().describe('Of its main program.'),
  }),
)

const neededFileSchema = named(
  'PcNeededFile',
  z.object({
    packageId: wordOf(packageIds),
    fileName: z.string(),
    path: z.string(),
    isThere: probeSchema(z.boolean()),
  }),
)

const driverSchema = named(
  'PcDriver',
  z.object({
    name: z.string(),
    version: z.string().nullable(),
    isInStore: z.boolean(),
    isService: z.boolean(),
  }),
)

const deviceSchema = named(
  'PcDevice',
  z
    .object({
      kind: wordOf(deviceKinds),
      isPresent: z.boolean(),
      class: wordOf(deviceClasses),
      driverName: z.string().nullable(),
      provider: z.string().nullable(),
      inf: z.string().nullable(),
      problemCode: count.nullable(),
      hubsBetween: count.nullable(),
    })
    .describe('An Apple device by its kind, never by its name or serial number.'),
)

const driverPoliciesSchema = named(
  'PcDriverPolicies',
  z.object({
    searchOrderConfig: count.nullable(),
    excludeDriversInQualityUpdate: count.nullable(),
    preventDeviceMetadata: count.nullable(),
  }),
)

const pairingSchema = named(
  'PcPairing',
  z.object({
    isThere: z.boolean(),
    isReadable: z.boolean(),
    isWritable: probeSchema(z.boolean()),
    records: count.nullable(),
    oldest: day.nullable(),
    newest: day.nullable(),
  }),
)

const backupSchema = named(
  'PcBackupFolder',
  z.object({
    edition: wordOf(backupEditions),
    path: z.string(),
    isThere: z.boolean(),
    isJunction: z.boolean(),
    target: z.string().nullable(),
    isTargetThere: probeSchema(z.boolean()),
    size: probeSchema(bytes),
    backups: count.nullable(),
    freeBytes: probeSchema(bytes),
  }),
)

const networkSchema = named(
  'PcNetwork',
  z.object({
    category: probeSchema(wordOf(networkCategories).nullable()),
    adapters: probeSchema(
      z.array(z.object({ description: z.string(), kind: wordOf(adapterKinds), isUp: z.boolean() })),
    ),
    userProxy: probeSchema(wordOf(proxyKinds)),
    machineProxy: probeSchema(wordOf(proxyKinds)),
    letIn: probeSchema(
      z.array(z.object({ program: z.string(), categories: z.array(wordOf(networkCategories)) })),
    ),
  }),
)

const otherMakersSchema = named(
  'PcOtherMakersProgram',
  z.object({
    id: z.string(),
    by: wordOf(noticedBy),
    subject: z.string(),
    isRunning: z.boolean(),
    cpuPercent: z.number().min(0).nullable(),
  }),
)

export const pcSchema = named(
  'Pc',
  z.object({
    takenAtUtc: utcSchema,
    kept: z
      .array(z.object({ part: wordOf(pcPartNames), readAtUtc: utcSchema }))
      .describe('Parts that were read earlier than the rest.'),
    windows: probeSchema(windowsSchema),
    services: probeSchema(z.array(serviceSchema)),
    serviceEvents: probeSchema(z.array(serviceEventSchema)),
    startup: z.object({
      read: z.array(z.object({ place: wordOf(startupPlaces), read: probeSchema(z.literal(true)) })),
      items: z.array(startupItemSchema),
    }),
    packages: probeSchema(z.array(packageSchema)),
    neededFiles: z.array(neededFileSchema),
    drivers: probeSchema(z.array(driverSchema)),
    devices: probeSchema(z.array(deviceSchema)),
    driverPolicies: probeSchema(driverPoliciesSchema),
    pairing: probeSchema(pairingSchema),
    backups: probeSchema(z.array(backupSchema)),
    systemDriveFree: probeSchema(bytes),
    network: networkSchema,
    nameProvider: probeSchema(
      z.object({ path: z.string(), isThere: probeSchema(z.boolean()) }).nullable(),
    ).describe("Bonjour's entry in Winsock's catalogue; null where it has none."),
    otherMakers: probeSchema(z.array(otherMakersSchema)),
    isInstalling: probeSchema(z.boolean()),
  }),
)
