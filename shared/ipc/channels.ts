/** What may the window ask of the main process, and what is it told? The only list of channels. */
import type { Catalogue } from '../catalogue/schema.ts'
import type { Endpoint } from '../catalogue/endpoints.ts'
import type { ErrorMatch } from '../connections/find-errors.ts'
import type { PortRow } from '../catalogue/ports.ts'
import type { ConnectionCheck, ConnectionProgress } from '../model/connection.ts'
import type { ConnectionsLook } from '../model/connections-look.ts'
import type {
  ExaminedProcess,
  Inspection,
  InspectionFailure,
  InspectionProgress,
} from '../model/inspection.ts'
import type { ListOptions } from '../model/list-options.ts'
import type { Listing, ListingFailure } from '../model/process.ts'
import type { Recording } from '../model/recording.ts'
import type { WhatIsAnswer } from '../model/what-is.ts'
import type { Language } from '../text/languages.ts'
import type { AsText } from './as-text.ts'
import type { PackedListing } from './pack-listing.ts'
import type { Result } from '../model/result.ts'

/** Why a request was not carried out: the sender or the arguments were not ours, or there is a bug. */
export interface RequestFailure {
  readonly code: 'refused-sender' | 'bad-arguments' | 'internal'
  /** For "Copy details": what exactly went wrong. */
  readonly detail: string
}

/**
 * Why is a program's file not shown in its folder?
 * - `path-unknown`: the last look does not know where it lies, or it lies nowhere that a folder window can show.
 * - `network-path`: showing it would contact another computer.
 */
export interface ShowFileFailure {
  readonly code: 'path-unknown' | 'network-path'
  readonly detail: string
}

/** `nothing-to-save`: no look has worked yet. `cannot-write`: with what the system said. */
export interface SaveReportFailure {
  readonly code: 'nothing-to-save' | 'cannot-write'
  readonly detail: string
}

/** The choice holds, but only until the program is closed: it could not be written. */
export interface NotKept {
  readonly code: 'not-kept'
  readonly detail: string
}

export interface AppDescription {
  readonly name: string
  readonly version: string
  readonly electronVersion: string
  readonly platform: string
  /** What the window shows first: the saved choice, else the system's language, else English. */
  readonly language: Language
  /**
   * `settings-damaged`: kept aside, defaults hold. `settings-not-kept`: nothing can be written to their folder.
   * `network-share`: the program was started from one.
   */
  readonly notices: readonly ('settings-damaged' | 'settings-not-kept' | 'network-share')[]
  /** How the list of all processes was looked at last; null when nobody chose anything. */
  readonly listOptions: ListOptions | null
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
    readonly answer: Result<null, NotKept | RequestFailure>
  }
  /** Remembers how the list of all processes is looked at. */
  readonly 'list:remember': {
    readonly arguments: [options: ListOptions]
    readonly answer: Result<null, NotKept | RequestFailure>
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
  /** Asks where to, and writes what the last look found, as the file's ending says: page, text or JSON. */
  readonly 'report:save': {
    readonly arguments: []
    /** The file, or null when the user chose none. */
    readonly answer: Result<string | null, SaveReportFailure | RequestFailure>
  }
  /** The whole process list, newly asked. */
  readonly 'processes:list': {
    readonly arguments: []
    readonly answer: Result<PackedListing, ListingFailure | RequestFailure>
  }
  /** Path, signature and version of one running process, whatever it is. Null when it has ended. */
  readonly 'process:examine': {
    readonly arguments: [pid: number]
    readonly answer: Result<ExaminedProcess | null, RequestFailure>
  }
  /** @param text a name, a path, or a line out of Task Manager or tasklist. */
  readonly 'what-is:ask': {
    readonly arguments: [text: string]
    readonly answer: Result<WhatIsAnswer, RequestFailure>
  }
  /** Hosts file, local ports, firewall rules: reads this PC only. */
  readonly 'connections:look': {
    readonly arguments: []
    readonly answer: Result<ConnectionsLook, InspectionFailure | RequestFailure>
  }
  /** Connects to the servers of these catalogue ids, or of all of them. */
  readonly 'connections:check': {
    readonly arguments: [endpointIds: readonly string[] | null]
    readonly answer: Result<ConnectionCheck, RequestFailure>
  }
  readonly 'connections:cancel': {
    readonly arguments: []
    readonly answer: Result<null, RequestFailure>
  }
  /** What the catalogue says about servers and ports. */
  readonly 'connections:describe': {
    readonly arguments: []
    readonly answer: Result<
      { readonly endpoints: readonly Endpoint[]; readonly ports: readonly PortRow[] },
      RequestFailure
    >
  }
  /** @param text an error number, or a message that holds one. */
  readonly 'errors:find': {
    readonly arguments: [text: string]
    readonly answer: Result<readonly ErrorMatch[], RequestFailure>
  }
  /** Records for 30 seconds, or until it is stopped. A request that comes while one runs gets that one's answer. */
  readonly 'recorder:start': {
    readonly arguments: []
    readonly answer: Result<Recording, RequestFailure>
  }
  /** Ends the running recording; what was recorded is its answer. */
  readonly 'recorder:stop': {
    readonly arguments: []
    readonly answer: Result<null, RequestFailure>
  }
  /** Shows a program's file in its folder, by its process number in the last look: the window never sends a path. */
  readonly 'file:show': {
    readonly arguments: [pid: number]
    readonly answer: Result<null, ShowFileFailure | RequestFailure>
  }
}

/** Messages: the main process tells, the window listens. */
export interface Told {
  readonly 'inspection:progress': InspectionProgress
  readonly 'connections:progress': ConnectionProgress
  /** What has been recorded so far. */
  readonly 'recorder:progress': Recording
}

export type AskedChannel = keyof Asked

/** Every channel, with how many arguments it takes: one that is missing here does not compile. */
export const argumentCounts: { readonly [C in AskedChannel]: Arguments<C>['length'] } = {
  'app:describe': 0,
  'inspection:run': 0,
  'inspection:cancel': 0,
  'language:choose': 1,
  'list:remember': 1,
  'link:open': 1,
  'text:copy': 1,
  'report:save': 0,
  'processes:list': 0,
  'process:examine': 1,
  'what-is:ask': 1,
  'connections:look': 0,
  'connections:check': 1,
  'connections:cancel': 0,
  'connections:describe': 0,
  'errors:find': 1,
  'recorder:start': 0,
  'recorder:stop': 0,
  'file:show': 1,
}
export const askedChannels = Object.keys(argumentCounts) as readonly AskedChannel[]

export type ToldChannel = keyof Told
export type Arguments<C extends AskedChannel> = Asked[C]['arguments']
export type Answer<C extends AskedChannel> = Asked[C]['answer']

/** What the window calls: one named method per channel. */
export interface InspectorBridge {
  readonly describeApp: () => Promise<Answer<'app:describe'>>
  readonly runInspection: () => Promise<Answer<'inspection:run'>>
  readonly cancelInspection: () => Promise<Answer<'inspection:cancel'>>
  readonly chooseLanguage: (language: Language) => Promise<Answer<'language:choose'>>
  readonly rememberList: (options: ListOptions) => Promise<Answer<'list:remember'>>
  readonly openLink: (sourceKey: string) => Promise<Answer<'link:open'>>
  readonly copyText: (text: string) => Promise<Answer<'text:copy'>>
  readonly saveReport: () => Promise<Answer<'report:save'>>
  readonly listProcesses: () => Promise<Result<Listing, ListingFailure | RequestFailure>>
  readonly examineProcess: (pid: number) => Promise<Answer<'process:examine'>>
  readonly askWhatIs: (text: string) => Promise<Answer<'what-is:ask'>>
  readonly lookAtConnections: () => Promise<Answer<'connections:look'>>
  readonly checkConnections: (
    endpointIds: readonly string[] | null,
  ) => Promise<Answer<'connections:check'>>
  readonly cancelConnections: () => Promise<Answer<'connections:cancel'>>
  readonly describeConnections: () => Promise<Answer<'connections:describe'>>
  readonly findErrors: (text: string) => Promise<Answer<'errors:find'>>
  readonly startRecording: () => Promise<Answer<'recorder:start'>>
  readonly stopRecording: () => Promise<Answer<'recorder:stop'>>
  readonly showFile: (pid: number) => Promise<Answer<'file:show'>>
  /** @returns a function that stops listening. */
  readonly onInspectionProgress: (listener: (progress: InspectionProgress) => void) => () => void
  /** @returns a function that stops listening. */
  readonly onConnectionsProgress: (listener: (progress: ConnectionProgress) => void) => () => void
  /** @returns a function that stops listening. */
  readonly onRecordingProgress: (listener: (soFar: Recording) => void) => () => void
}

type Preloaded<Method> = Method extends (...given: infer Given) => Promise<infer Answered>
  ? (...given: Given) => Promise<AsText<Answered>>
  : Method

/** What the preload puts on the window as `inspector`: the same, with every answer as text and the process list packed. */
export type PreloadBridge = {
  readonly [M in keyof Omit<InspectorBridge, 'listProcesses'>]: Preloaded<InspectorBridge[M]>
} & {
  readonly listProcesses: () => Promise<AsText<Answer<'processes:list'>>>
}
