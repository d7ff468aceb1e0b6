/** A service. */
import { z } from 'zod'
import {
  countSchema,
  laterProbe,
  named,
  pidSchema,
  probeSchema,
  wordOf,
  type TypeOf,
} from './schema.ts'
import type { Probe } from './probe.ts'

export const serviceStates = [
  'stopped',
  'start-pending',
  'stop-pending',
  'running',
  'continue-pending',
  'pause-pending',
  'paused',
  'unknown',
] as const
export type ServiceState = (typeof serviceStates)[number]

export const serviceStartTypes = [
  'boot',
  'system',
  'automatic',
  'manual',
  'disabled',
  'unknown',
] as const
export type ServiceStartType = (typeof serviceStartTypes)[number]

/** As the service manager hands it out. */
export const serviceExitSchema = z.object({
  /** 0 for no error; 1066 when the service gave a code of its own; 1077 when nobody has started it since the PC was. */
  code: countSchema,
  /** The service's own code; it counts where `code` is 1066. */
  ownCode: countSchema,
})
export type ServiceExit = TypeOf<typeof serviceExitSchema>

/** What the service manager tells everybody. */
const listedSchema = z.object({
  /** The name that programs use. The display name is localised and proves nothing. */
  keyName: z.string(),
  displayName: z.string(),
  state: wordOf(serviceStates),
  /** The process that it runs in; null when it does not run. */
  pid: pidSchema.nullable(),
  /** Missing where nobody told, as in reports of older versions. */
  lastExit: serviceExitSchema
    .optional()
    .describe('How it last ended; 1066 stands for the own code, 1077 for never started.'),
})
export type ListedService = TypeOf<typeof listedSchema>

const configurationSchema = z.object({
  startType: wordOf(serviceStartTypes),
  /** The command line as it is stored: perhaps quoted, perhaps with arguments and `%variables%`. */
  imagePath: z.string(),
  /** For example `LocalSystem`. */
  account: z.string(),
})
export type ServiceConfiguration = TypeOf<typeof configurationSchema>

export interface Service extends ListedService {
  readonly configuration: Probe<ServiceConfiguration>
}

/** One key name that the catalogue knows, on this PC. */
export const serviceSchema = named(
  'Service',
  z.object({
    processId: z.string().describe('The catalogue process that it starts.'),
    keyName: z.string(),
    isInstalled: probeSchema(z.boolean()),
    /** What the service manager says; `no-such-service` where there is none. */
    listed: probeSchema(listedSchema),
    configuration: probeSchema(configurationSchema),
    isProgramThere: laterProbe(z.boolean()).describe(
      'Whether the program that it starts is there.',
    ),
  }),
)
export type CatalogueService = TypeOf<typeof serviceSchema>
