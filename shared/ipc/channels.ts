/** Channels: what the window may ask of the main process, and what it is told. The only list; preload and bridge are made from it. */
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import type { Endpoint } from '../catalogue/endpoints.ts'
import type { FoundErrors } from '../catalogue/errors.ts'
import type { PortRow } from '../catalogue/ports.ts'
import type { WindowsTool } from '../model/action.ts'
import type { ConnectionCheck, ConnectionProgress } from '../model/connection.ts'
import type { ConnectionsLook } from '../connections/connections-look.ts'
import type {
  ExaminedProcess,
  Inspection,
  InspectionFailure,
  InspectionProgress,
} from '../model/inspection.ts'
import type { FleetPage, FleetProgress, FleetQuery, FleetSummary } from '../model/fleet.ts'
import type { ListOptions } from '../model/list-options.ts'
import type { PcFacts } from '../model/pc-facts.ts'
import type { Listing, ListingFailure } from '../model/process.ts'
import type { Probe } from '../model/probe.ts'
import type { Signature } from '../model/signature.ts'
import type { FileHash, HashFailure, ProcessFactsAnswer } from '../model/process-facts.ts'
import type { Recording } from '../model/recording.ts'
import type { ComparedRow } from '../report/compare/compare-words.ts'
import type { Removed } from '../report/redact/people.ts'
import type { PastedList, WhatIsAnswer } from '../catalogue/what-is.ts'
import type { Walk } from '../model/diagnosis.ts'
import type { WindowChoices } from '../model/window-choices.ts'
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

/** `not-windows`: there is no such tool here. `cannot-open`: with what the system said. */
export interface OpenToolFailure {
  readonly code: 'not-windows' | 'cannot-open'
  readonly detail: string
}

/** `nothing-to-save`: no look has worked yet. `cannot-write`: with what the system said. */
export interface SaveReportFailure {
  readonly code: 'nothing-to-save' | 'cannot-write'
  readonly detail: string
  /** Missing where none was chosen. */
  readonly file?: string
}

/** `look`: hosts file, ports and firewall. The words are `window.save.part.<part>`. */
export type ReportPart = 'processes' | 'look' | 'check' | 'recording'

export interface SavedReport {
  readonly file: string
  /** What there was to save. */
  readonly parts: readonly ReportPart[]
}

/** `detail` is a sentence with the next step, in the window's language. */
export interface OpenReportFailure {
  readonly code: 'cannot-open'
  readonly detail: string
}

/** What an opened report comes to today. */
export interface OpenedReport {
  readonly kind: 'report'
  /** By which it is opened again or compared: the window never knows a path. */
  readonly id: string
  /** The label that its maker gave it, or the file's name. */
  readonly name: string
  readonly takenAtUtc: string
  readonly inspection: Inspection
  readonly look?: ConnectionsLook | undefined
  readonly check?: ConnectionCheck | undefined
  readonly recording?: Recording | undefined
  readonly pcFacts?: PcFacts | undefined
  /** What its maker was looking into. */
  readonly walk?: Walk | undefined
  /** How many things in it this version does not know. */
  readonly notKnown: number
  /** Sentences that it said when it was made, and that its facts no longer come to. */
  readonly saidThen: readonly string[]
}

/** Several files, or one that holds the answers of many PCs. */
interface OpenedMany {
  readonly kind: 'many'
  readonly summary: FleetSummary
}

/** A text file with the rows of a tool. */
interface OpenedList {
  readonly kind: 'list'
  readonly id: string
  /** The file's, without its folder. */
  readonly name: string
  /** When the file was written. */
  readonly takenAtUtc: string
  readonly list: PastedList
}

export type OpenedFiles = OpenedReport | OpenedMany | OpenedList

export interface RecentReport {
  readonly id: string
  readonly name: string
  /** Without its folder. */
  readonly file: string
  readonly takenAtUtc: string
}

/** The side of a comparison that is no report. */
export const liveId = 'this-pc'

/** What a report would hold, before it is saved or copied. */
export interface ReportPreview {
  readonly text: string
  readonly removed: readonly Removed[]
}

/** One PC out of many, as an opened report. */
export interface OpenedFleetPc {
  readonly name: string
  readonly inspection: Inspection
  readonly pcFacts?: PcFacts
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
  /** The entry that was open last, and what was chosen in it; null at the first start. */
  readonly windowChoices: WindowChoices | null
  readonly catalogue: Catalogue
}

export const zoomSteps = ['in', 'out', 'reset', 'same'] as const
export type ZoomStep = (typeof zoomSteps)[number]

/** One request: what it takes, and what comes back. */
interface Channel<Given extends readonly unknown[], Value, Failure> {
  readonly argumentCount: Given['length']
  /** Only for the types. */
  readonly types?: {
    readonly given: Given
    readonly answer: Result<Value, Failure | RequestFailure>
  }
}

function asked<Given extends readonly unknown[], Value, Failure = never>(
  argumentCount: Given['length'],
): Channel<Given, Value, Failure> {
  return { argumentCount }
}

/** Requests: the window asks by this name, the main process answers with a Result. */
const requests = {
  describeApp: asked<[], AppDescription>(0),
  /** One inspection of this PC. A request that comes while one runs gets that one's answer. */
  runInspection: asked<[], Inspection, InspectionFailure>(0),
  cancelInspection: asked<[], null>(0),
  chooseLanguage: asked<[language: Language], null, NotKept>(1),
  /** Remembers how the list of all processes is looked at. */
  rememberList: asked<[options: ListOptions], null, NotKept>(1),
  /** Remembers these choices beside the others. */
  rememberWindow: asked<[choices: WindowChoices], null, NotKept>(1),
  /** Makes the window's content larger or smaller, and answers its size in per cent; `same` only answers. */
  zoom: asked<[step: ZoomStep], number>(1),
  /** Opens the page of a catalogue source in the user's browser, by the source's key: the window never sends an address. */
  openLink: asked<[sourceKey: string], null>(1),
  /** Opens one of Windows's own tools or pages, by its name in a fixed list. */
  openTool: asked<[tool: WindowsTool], null, OpenToolFailure>(1),
  copyText: asked<[text: string], null>(1),
  /** Asks where to, and writes what was shown last, as the file's ending says. Null when no file was chosen. */
  saveReport: asked<[isRedacted: boolean], SavedReport | null, SaveReportFailure>(1),
  /** What would be saved, as text, and what is taken out of it. */
  previewReport: asked<[isRedacted: boolean], ReportPreview, SaveReportFailure>(1),
  /** Puts verdict and actions, in at most 2,048 letters, on the clipboard. */
  copySummary: asked<[isRedacted: boolean], null, SaveReportFailure>(1),
  /** Asks for files to open; to whether any were chosen. */
  chooseFiles: asked<[], boolean>(0),
  /**
   * Opens what was chosen, dropped on the window or given to the program: a saved report, a list, or several as many PCs. Null when
   * nothing waits, or it was cancelled.
   */
  openFiles: asked<[], OpenedFiles | null, OpenReportFailure>(0),
  reopenReport: asked<[id: string], OpenedFiles | null, OpenReportFailure>(1),
  cancelOpening: asked<[], null>(0),
  /** The newest first; kept in the settings. */
  recentReports: asked<[], readonly RecentReport[]>(0),
  forgetReports: asked<[], null, NotKept>(0),
  /** What changed from one to the other: ids of opened reports, or `this-pc`. */
  compareReports: asked<
    [beforeId: string, afterId: string],
    readonly ComparedRow[],
    OpenReportFailure
  >(2),
  /** Files that were dropped on the window. Only the preload tells: the page never knows a path. */
  noteDropped: asked<[paths: readonly string[]], null>(1),
  /** The whole process list, newly asked. */
  listProcesses: asked<[], PackedListing, ListingFailure>(0),
  /** Path, signature and version of one running process, whatever it is. Null when it has ended. */
  examineProcess: asked<[pid: number], ExaminedProcess | null>(1),
  /** What has been found out about the processes of the last list since the revision of an earlier answer; 0 for all. */
  learnProcesses: asked<[revision: number], ProcessFactsAnswer>(1),
  /** The SHA-256 of the file of a running process. Another request ends the one before. */
  hashFile: asked<[pid: number], FileHash, HashFailure>(1),
  /** The signature of a running program's file, once with the network: Windows fetches the certificates that are missing. */
  checkOnline: asked<[pid: number], Probe<Signature>>(1),
  cancelHash: asked<[], null>(0),
  /** Services, start-up, installations, drivers, devices and network of this PC; what takes long to read may be some seconds old and says so. */
  readPcFacts: asked<[], PcFacts>(0),
  /** @param text a name, a path, or a line out of Task Manager or tasklist. */
  askWhatIs: asked<[text: string], WhatIsAnswer>(1),
  /** @param text a pasted list, to be a source of its own: at most 5,000 rows of it are read. */
  readList: asked<[text: string], PastedList>(1),
  /** Hosts file, local ports, firewall rules: reads this PC only. */
  lookAtConnections: asked<[], ConnectionsLook, InspectionFailure>(0),
  /** Connects to the servers of these catalogue ids, or of all of them. */
  checkConnections: asked<[endpointIds: readonly string[] | null], ConnectionCheck>(1),
  cancelConnections: asked<[], null>(0),
  /** What the catalogue says about servers and ports. */
  describeConnections: asked<
    [],
    { readonly endpoints: readonly Endpoint[]; readonly ports: readonly PortRow[] }
  >(0),
  /** @param text an error number, or a message that holds one. */
  findErrors: asked<[text: string], FoundErrors>(1),
  /** Records for 30 seconds, or until it is stopped. A request that comes while one runs gets that one's answer. */
  startRecording: asked<[], Recording>(0),
  /** Ends the recording; whoever waits for it gets what there is. */
  stopRecording: asked<[], null>(0),
  /** Asks for files or a folder with answers of many PCs, and reads them. Null when nothing was chosen, or it was cancelled. */
  openFleet: asked<[what: 'files' | 'folder'], FleetSummary | null>(1),
  cancelFleet: asked<[], null>(0),
  /** A part of the list that was read last; null when there is none. */
  pageOfFleet: asked<[query: FleetQuery], FleetPage | null>(1),
  /** One PC of the list; null when its file is not what it was. */
  openFleetPc: asked<[index: number], OpenedFleetPc | null>(1),
  /** Asks where to, and writes the PCs that match as a table. Null when no file was chosen. */
  saveFleet: asked<[query: FleetQuery], string | null, SaveReportFailure>(1),
  /** Opens the folder of a running program's file; by process number: the window never sends a path. */
  showFile: asked<[pid: number], null, ShowFileFailure>(1),
}

/** Messages: the main process tells, the window listens. */
export interface Told {
  readonly inspectionProgress: InspectionProgress
  readonly connectionsProgress: ConnectionProgress
  /** What has been recorded so far. */
  readonly recordingProgress: Recording
  readonly fleetProgress: FleetProgress
  /** A second start of the program was given files. */
  readonly filesGiven: null
}

export type AskedChannel = keyof typeof requests
export type ToldChannel = keyof Told

type TypesOf<C extends AskedChannel> = NonNullable<(typeof requests)[C]['types']>
export type Arguments<C extends AskedChannel> = TypesOf<C>['given']
export type Answer<C extends AskedChannel> = TypesOf<C>['answer']

export const askedChannels = Object.keys(requests) as readonly AskedChannel[]
export const toldChannels = [
  'inspectionProgress',
  'connectionsProgress',
  'recordingProgress',
  'fleetProgress',
  'filesGiven',
] as const satisfies readonly ToldChannel[]

export function argumentCountOf(channel: AskedChannel): number {
  return requests[channel].argumentCount
}

/** Under which name the window listens to a message. */
export function listenerName<C extends ToldChannel>(channel: C): `on${Capitalize<C>}` {
  return `on${channel.charAt(0).toUpperCase()}${channel.slice(1)}` as `on${Capitalize<C>}`
}

type Listeners = {
  /** @returns a function that stops listening. */
  readonly [C in ToldChannel as `on${Capitalize<C>}`]: (
    listener: (message: Told[C]) => void,
  ) => () => void
}

/** Not on the window: the preload alone asks it. */
export const preloadOnly = 'noteDropped' satisfies AskedChannel
type PreloadOnly = typeof preloadOnly

/** What the window calls: one named method per channel. */
export type InspectorBridge = Listeners & {
  readonly [C in Exclude<AskedChannel, 'listProcesses' | PreloadOnly>]: (
    ...given: Arguments<C>
  ) => Promise<Answer<C>>
} & { readonly listProcesses: () => Promise<Result<Listing, ListingFailure | RequestFailure>> }

/** What the preload puts on the window as `inspector`: the same, with every answer as text and the process list packed. */
export type PreloadBridge = Listeners & {
  readonly [C in Exclude<AskedChannel, PreloadOnly>]: (
    ...given: Arguments<C>
  ) => Promise<AsText<Answer<C>>>
}
