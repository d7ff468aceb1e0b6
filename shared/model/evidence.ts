/** Evidence: of a claim by its sources, and of one running program by its facts. */

/** How sure the sources of a claim make it. `2+`: independent sources agree. */
export const confidences = ['certain', '2+', '1', 'inferred'] as const
export type Confidence = (typeof confidences)[number]

/** As in the catalogue; a report's lists may be read-only. */
export interface Evidence {
  readonly sources: readonly string[]
  readonly confidence: Confidence
}

export const factStates = ['ticked', 'crossed', 'unknown'] as const
export type FactState = (typeof factStates)[number]

export interface Fact {
  readonly state: FactState
  /** The words are `evidence.<fact>.<code>`, with `values` put in; a value `reason` is a code of `reason`. */
  readonly code: string
  /** The rule that was applied (`trust-rules.json`), with its sources there. */
  readonly rule: string
  readonly values: Readonly<Record<string, string>>
}

export const factNames = ['name', 'folder', 'signer', 'originalName'] as const
export type FactName = (typeof factNames)[number]

export type TrustFacts = Readonly<Record<FactName, Fact>>

/**
 * How the path became known: asked of the process itself (`handle`), of the system, which needs no right (`pid`), read
 * from what the service is set up to start (`service`), or told by the process list (`lister`).
 */
export const imagePathWays = ['handle', 'pid', 'service', 'lister'] as const
export type ImagePathWay = (typeof imagePathWays)[number]

export interface ImagePath {
  readonly path: string
  readonly way: ImagePathWay
}
