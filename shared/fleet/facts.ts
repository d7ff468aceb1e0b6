/** Facts of one PC as an engine tells them, without pids and times: the same combination reads the same. */
import type { RunKeyContent } from '../model/run-keys.ts'
import type { Neighbour } from '../model/file-evidence.ts'
import type { InstalledProduct, Machine } from '../model/inspection.ts'
import type { Places } from '../model/places.ts'
import type { Probe } from '../model/probe.ts'
import type { ServiceExit, ServiceStartType, ServiceState } from '../model/service.ts'
import type { Signature } from '../model/signature.ts'

export interface FactProcess {
  readonly name: string
  readonly path: Probe<string>
  readonly signature: Probe<Signature>
  /** Empty where the file has none, or nobody asked. */
  readonly originalName: string
  /** Key name of the service that runs in it; empty for none. */
  readonly serviceKey: string
  /** Whether it started more than two minutes before the look. */
  readonly isOld: boolean
  readonly neighbours: readonly Neighbour[]
}

export interface FactService {
  readonly keyName: string
  readonly state: ServiceState
  readonly startType: ServiceStartType
  readonly imagePath: string
  readonly account: string
  readonly lastExit: ServiceExit | undefined
  readonly isProgramThere: Probe<boolean>
}

export interface FleetFacts {
  readonly machine: Machine
  readonly processes: readonly FactProcess[]
  /** False where the engine left processes out. */
  readonly isComplete: boolean
  readonly services: Probe<readonly FactService[]>
  readonly places: Places
  /** Catalogue ids whose program file is there. */
  readonly installed: Probe<ReadonlySet<string>>
  readonly hasDesktopProgram: Probe<boolean>
  readonly products: readonly InstalledProduct[]
  /** Whether the list of installed programs names one of Apple's. */
  readonly isListed: Probe<boolean>
  readonly runKeys: readonly RunKeyContent[]
  /** Of programs that start-up entries name, by path; empty where nobody looked. */
  readonly startedFiles: readonly (readonly [path: string, signature: Probe<Signature>])[]
}
