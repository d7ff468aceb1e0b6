/** What an action of the command line has at hand, and how it ends. */
import type { Words } from '../../shared/text/texts.ts'
import type { CheckOptions } from '../network/check-connections.ts'
import type { Sources } from '../sources/sources.ts'
import type { CommandLineRequest } from './arguments.ts'
import type { ReadStandardInput } from './explain.ts'

/** 0: nothing needs attention. 1: something does. 2: wrong arguments. 3: not completed. */
export type ExitCode = 0 | 1 | 2 | 3

export interface CommandLineContext {
  /** How the program is called, for the help text. */
  readonly program: string
  /** BCP 47 tag of the system's language. */
  readonly systemLanguage: string
  /** @returns why it could not be written, such as `ENOSPC`; `closed` when nobody reads it any more; null when it could. */
  readonly stdout: (text: string) => Promise<string | null>
  /** Told one line at a time, without the line end. */
  readonly stderr: (line: string) => Promise<unknown>
  /** All of standard input, for `-`. */
  readonly stdin?: ReadStandardInput
  /** Where the live facts come from. */
  readonly sources?: Sources
  /** How `--check-connections` connects: through which proxy, for example. */
  readonly check?: Partial<CheckOptions>
  /** Ends `--watch`; a person ends the program. */
  readonly signal?: AbortSignal
  /** Whether somebody watches standard error while it is being written. */
  readonly isWatched?: boolean
}

export interface Run {
  readonly request: CommandLineRequest
  readonly words: Words
  readonly context: CommandLineContext
}

export type Action = (run: Run) => Promise<ExitCode>
