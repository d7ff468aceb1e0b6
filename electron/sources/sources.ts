/** What may be asked of a PC. Live Windows, another system and a saved report are values of one type. */
import type { CatalogueProcess } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { Result } from '../../shared/model/result.ts'
import type { RunKeyContent } from '../../shared/model/run-keys.ts'
import type { FileEvidence, Neighbour } from '../../shared/model/file-evidence.ts'
import type { ImagePath } from '../../shared/model/evidence.ts'
import type { InstalledProduct, Machine } from '../../shared/model/inspection.ts'
import type { ProcessOwner } from '../../shared/model/owner.ts'
import type { Places } from '../../shared/model/places.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import type { Probe } from '../../shared/model/probe.ts'
import type { Signature } from '../../shared/model/signature.ts'
import type { FileHash, HashFailure } from '../../shared/model/process-facts.ts'
import type { ListedProcess, Listing, ListingFailure } from '../../shared/model/process.ts'
import type { ListedService, ServiceConfiguration } from '../../shared/model/service.ts'
import type { Asking } from './asking.ts'
import type { ConnectionSources } from './connection-sources.ts'

/** What is asked about a PC. Expected trouble is a value: none of these throws for it. */
export interface Sources {
  /** The PC that the facts are about. */
  readonly machine: Machine
  /** When the facts are from: now, or the moment that a report was saved. */
  readonly clock: () => Date
  /** Every running process, or why there is no list. */
  readonly list: (asking: Asking) => Promise<Result<Listing, ListingFailure>>
  /** Whether this program has admin rights in force. */
  readonly isElevated: () => Promise<Probe<boolean>>
  /** Whether it runs as the account that is signed in. Absent where nobody can tell. */
  readonly isSignedIn?: (listing: Listing) => Promise<Probe<boolean>>
  /** All services that run programs. */
  readonly services: (asking: Asking) => Promise<Probe<readonly ListedService[]>>
  /** One answer for each key name, in their order. */
  readonly serviceConfigurations: (
    keyNames: readonly string[],
    asking: Asking,
  ) => Promise<readonly Probe<ServiceConfiguration>[]>
  /** Whether the program file is there that a service's command line starts. */
  readonly isServiceProgramThere: (
    imagePath: string,
    places: Places,
    asking: Asking,
  ) => Promise<Probe<boolean>>
  readonly places: (asking: Asking) => Promise<Places>
  /** What the Run keys start at logon: one answer for each of the keys. */
  readonly autostart: (asking: Asking) => Promise<readonly RunKeyContent[]>
  /** Whether the program's file lies in one of the folders where it belongs. */
  readonly isInstalled: (
    entry: CatalogueProcess,
    places: Places,
    asking: Asking,
  ) => Promise<Probe<boolean>>
  /** Whether the desktop edition's own folder holds its iTunes.exe. */
  readonly hasDesktopProgram: (places: Places, asking: Asking) => Promise<Probe<boolean>>
  /** Absent where nobody can tell. */
  readonly products?: (places: Places, asking: Asking) => Promise<readonly InstalledProduct[]>
  /**
   * One answer for each process, in their order.
   * @param serviceImagePath what the service that runs in a pid is set up to start.
   */
  readonly imagePaths: (
    processes: readonly ListedProcess[],
    serviceImagePath: (pid: number) => string | undefined,
    asking: Asking,
  ) => Promise<readonly Probe<ImagePath>[]>
  /** What each process was started with, in their order. Absent where nobody can tell. */
  readonly commandLines?: (
    processes: readonly ListedProcess[],
    asking: Asking,
  ) => Promise<readonly Probe<string>[]>
  /** The SHA-256 of a file. Absent where there are no files, as for a saved report. */
  readonly hashFile?: (path: string, asking: Asking) => Promise<Result<FileHash, HashFailure>>
  readonly file: (path: string, asking: Asking) => Promise<FileEvidence>
  /** The signature once with the network, when somebody asks. Absent where nothing is live. */
  readonly checkOnline?: (path: string, asking: Asking) => Promise<Probe<Signature>>
  /** The libraries of these names in the folder of the program at `path`. */
  readonly neighbours: (
    path: string,
    fileNames: readonly string[],
    asking: Asking,
  ) => Promise<readonly Neighbour[]>
  /** Null when the parent has ended, or the listed process of its pid is a later one. */
  readonly parentName: (process: ListedProcess, listing: Listing) => string | null
  readonly owner: (process: ListedProcess, asking: Asking) => Promise<Probe<ProcessOwner>>
  /**
   * Which of these processes are worth a look at their signature, because Apple may have made them, or because they
   * run from a folder of Apple's own? A cheap first sieve; what it lets through is checked. Not known where no signature can be checked anyway.
   */
  readonly maybeApple: (
    processes: readonly ListedProcess[],
    places: Places,
    asking: Asking,
  ) => Promise<Probe<readonly ListedProcess[]>>
  /** Services, start-up, installations, drivers and the like. An inspection does not wait for it. */
  readonly pcFacts: (asking: Asking) => Promise<PcFacts>
  /** An inspection does not ask these. Null for a saved report, which holds what was judged from them. */
  readonly connections: ConnectionSources | null
}

/** What several parts of a PC's facts ask; each answer is asked once for all of them. */
export type SharedQuestions = Pick<Sources, 'services' | 'places' | 'file' | 'list' | 'autostart'>
