/** Facts about every running process, found in the background: path, command line, services, and who signed the file. */
import type { Probe } from './probe.ts'
import type { Signature } from './signature.ts'

export interface ProcessFacts {
  readonly pid: number
  /** As listed; with the pid it tells which process is meant. Null where the list does not tell. */
  readonly startedAtUtc: string | null
  readonly imagePath: Probe<string>
  /** Cut when it is very long. */
  readonly commandLine: Probe<string>
  /** Key names of the services that run in it. */
  readonly services: Probe<readonly string[]>
}

export interface FileFacts {
  readonly path: string
  readonly signature: Probe<Signature>
}

/** What is new since an earlier answer; all else stays as it was told. */
export interface ProcessFactsAnswer {
  /** For the next question. */
  readonly revision: number
  readonly processes: readonly ProcessFacts[]
  readonly files: readonly FileFacts[]
  /** How much is still to come, in processes and files; 0 when all is told. */
  readonly pending: number
}

/** The SHA-256 of one program file. */
export interface FileHash {
  readonly path: string
  /** 64 hexadecimal digits, in small letters. */
  readonly sha256: string
  readonly sizeBytes: number
}

/** Why there is no hash: a code of `reason`. */
export interface HashFailure {
  readonly code: string
  readonly detail: string
}
