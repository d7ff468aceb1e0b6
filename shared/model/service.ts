/** A service. */
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

/** What the service manager tells everybody. */
export interface ListedService {
  /** The name that programs use. The display name is localised and proves nothing. */
  readonly keyName: string
  readonly displayName: string
  readonly state: ServiceState
  /** The process that it runs in; null when it does not run. */
  readonly pid: number | null
  /** How it last ended, or why it did not start. Missing where nobody told, as in reports of older versions. */
  readonly lastExit?: ServiceExit | undefined
}

/** As the service manager hands it out. */
export interface ServiceExit {
  /** 0 for no error; 1066 when the service gave a code of its own; 1077 when nobody has started it since the PC was. */
  readonly code: number
  /** The service's own code; it counts where `code` is 1066. */
  readonly ownCode: number
}

export interface ServiceConfiguration {
  readonly startType: ServiceStartType
  /** The command line as it is stored: perhaps quoted, perhaps with arguments and `%variables%`. */
  readonly imagePath: string
  /** For example `LocalSystem`. */
  readonly account: string
}

export interface Service extends ListedService {
  readonly configuration: Probe<ServiceConfiguration>
}

/** One key name that the catalogue knows, on this PC. */
export interface CatalogueService {
  /** The catalogue process that it starts. */
  readonly processId: string
  readonly keyName: string
  readonly isInstalled: Probe<boolean>
  /** What the service manager says; `no-such-service` where there is none. */
  readonly listed: Probe<ListedService>
  readonly configuration: Probe<ServiceConfiguration>
  /** Whether the program file is there that it is set up to start. */
  readonly isProgramThere: Probe<boolean>
}
