/** What may the window ask of the main process, and what is it told? The only list of channels. */
import type { Catalogue } from '../catalogue/schema.ts'
import type { Inspection, InspectionFailure, InspectionProgress } from '../model/inspection.ts'
import type { Language } from '../text/languages.ts'
import type { Result } from './result.ts'

/** Why a request was not carried out: the sender or the arguments were not ours, or there is a bug. */
export interface RequestFailure {
  readonly code: 'refused-sender' | 'bad-arguments' | 'internal'
  /** For "Copy details": what exactly went wrong. */
  readonly detail: string
}

export interface AppDescription {
  readonly name: string
  readonly version: string
  readonly electronVersion: string
  readonly platform: string
  /** What the window shows first: the saved choice, else the system's language, else English. */
  readonly language: Language
  readonly catalogue: Catalogue
}

/** Requests: the window asks, the main process answers with a Result. */
export interface Asked {
  readonly 'app:describe': {
    readonly arguments: []
    readonly answer: Result<AppDescription, RequestFailure>
  }
  /** One look at this PC. A request that comes while one runs gets that one's answer. */
  readonly 'inspection:run': {
    readonly arguments: []
    readonly answer: Result<Inspection, InspectionFailure | RequestFailure>
  }
  readonly 'inspection:cancel': {
    readonly arguments: []
    readonly answer: Result<null, RequestFailure>
  }
  readonly 'language:choose': {
    readonly arguments: [language: Language]
    readonly answer: Result<null, RequestFailure>
  }
  /** Opens the page of a catalogue source in the user's browser, by the source's key: the window never sends an address. */
  readonly 'link:open': {
    readonly arguments: [sourceKey: string]
    readonly answer: Result<null, RequestFailure>
  }
  readonly 'text:copy': {
    readonly arguments: [text: string]
    readonly answer: Result<null, RequestFailure>
  }
}

/** Messages: the main process tells, the window listens. */
export interface Told {
  readonly 'inspection:progress': InspectionProgress
}

export type AskedChannel = keyof Asked
export type ToldChannel = keyof Told
export type Arguments<C extends AskedChannel> = Asked[C]['arguments']
export type Answer<C extends AskedChannel> = Asked[C]['answer']

/** What the preload puts on the window as `inspector`: one named method per channel. */
export interface InspectorBridge {
  readonly describeApp: () => Promise<Answer<'app:describe'>>
  readonly runInspection: () => Promise<Answer<'inspection:run'>>
  readonly cancelInspection: () => Promise<Answer<'inspection:cancel'>>
  readonly chooseLanguage: (language: Language) => Promise<Answer<'language:choose'>>
  readonly openLink: (sourceKey: string) => Promise<Answer<'link:open'>>
  readonly copyText: (text: string) => Promise<Answer<'text:copy'>>
  /** @returns a function that stops listening. */
  readonly onInspectionProgress: (listener: (progress: InspectionProgress) => void) => () => void
}
