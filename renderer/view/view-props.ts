/** What the frame hands to every view. */
import type {
  AppDescription,
  InspectorBridge,
  RequestFailure,
  ZoomStep,
} from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import type { ViewId, WindowChoices } from '../../shared/model/window-choices.ts'
import type { Checked } from '../inspection/use-shown-findings.ts'
import type { LocalConnections } from '../inspection/use-local-connections.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import type { InspectionControls } from '../inspection/use-inspection.ts'
import type { Opening } from './use-opening.ts'
import type { Source, SourceChoice } from './sources.ts'
import type { Actions } from './use-actions.ts'

/** What was asked for in a view: a row, a symptom, an error number. A new object each time somebody asks. */
export interface Target {
  readonly view: ViewId
  readonly id: string
}

export interface ViewProps {
  readonly bridge: InspectorBridge
  readonly description: AppDescription
  /** Whose facts these are. What needs the live PC is off unless `source.kind` is `this-pc`, and says so with NotLive. */
  readonly source: Source
  readonly sources: SourceChoice
  /** Of the source. Only this PC's changes. */
  readonly state: InspectionState
  /** Of the source, from every look. */
  readonly findings: readonly Finding[]
  /** The look at this PC, whatever the source. */
  readonly inspection: InspectionControls
  readonly local: LocalConnections
  /** Whether the view is in sight: one that stays alive behind another asks nothing by itself. */
  readonly isShown: boolean
  readonly target: Target | undefined
  /** Leads to another view, and to something in it. */
  readonly go: (view: ViewId, id?: string) => void
  readonly choices: WindowChoices
  readonly remember: (choices: WindowChoices) => void
  readonly actions: Actions
  /** Opening reports, which goes on behind any view. */
  readonly opening: Opening
  /** What the PC has beside its processes, of the source; undefined until it is known. */
  readonly pcFacts: PcFacts | undefined
  /** Why the newest look at `pcFacts` failed, and another try. */
  readonly pcFailure: { readonly why: RequestFailure; readonly retry: () => void } | undefined
  /** The check of Apple's servers, of the source; undefined where nobody made one. */
  readonly checked: Checked | undefined
  readonly onChecked: (checked: Checked | undefined) => void
  /** Counts the wishes to look again. */
  readonly lookCount: number
  readonly onRefresh: () => void
  /** Opens the search with this text. */
  readonly search: (text: string) => void
  readonly zoomPercent: number | undefined
  readonly zoom: (step: ZoomStep) => void
}
