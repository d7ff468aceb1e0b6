/**
 * The source whose facts the window shows: this PC, or what somebody opened. Nothing else in the window knows where facts
 * come from: a view draws `state`, `findings` and `source` of its ViewProps.
 *
 * To add a kind (an opened report, a pasted list, several PCs): the main process reads it through `Sources`, judges it and
 * answers with an `Inspection`; the view that asked calls `sources.open({ kind, id, name, takenAtUtc, inspection, … })` of its
 * ViewProps. From then on the switcher lists it, every view shows it, and the bar says whose facts these are and when they
 * were taken. The words for a kind are `frame.source.kind.<kind>` and `frame.source.bar.<kind>`.
 */
import { useCallback, useMemo, useState } from 'react'
import type { ConnectionsLook } from '../../shared/connections/connections-look.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import type { Listing } from '../../shared/model/process.ts'
import type { Walk } from '../../shared/model/diagnosis.ts'
import type { Recording } from '../../shared/model/recording.ts'
import type { PastedList } from '../../shared/catalogue/what-is.ts'
import type { Checked } from '../inspection/use-shown-findings.ts'

export interface ThisPc {
  readonly kind: 'this-pc'
  readonly id: 'this-pc'
}

/** What is not known stays undefined: "not in this report" is not "none". */
interface OpenedSource {
  readonly kind: 'report' | 'list' | 'many'
  /** One of its own: opening the same again replaces it. */
  readonly id: string
  /** The PC's name, the file's, or what the list is called. */
  readonly name: string
  readonly takenAtUtc?: string | undefined
  /** Of `many`. */
  readonly count?: number | undefined
  readonly inspection?: Inspection | undefined
  readonly listing?: Listing | undefined
  readonly look?: ConnectionsLook | undefined
  readonly checked?: Checked | undefined
  readonly recording?: Recording | undefined
  readonly pcFacts?: PcFacts | undefined
  /** By which the main process reads it again; missing for what it cannot. */
  readonly reportId?: string | undefined
  /** How many things in it this version does not know. */
  readonly notKnown?: number | undefined
  /** Sentences that it said when it was made, and that its facts no longer come to. */
  readonly saidThen?: readonly string[] | undefined
  /** What its maker was looking into. */
  readonly walk?: Walk | undefined
  /** Of `list`: its rows, and what is known of each. */
  readonly list?: PastedList | undefined
}

export type Source = ThisPc | OpenedSource

export const thisPc: ThisPc = { kind: 'this-pc', id: 'this-pc' }

export interface SourceChoice {
  readonly all: readonly Source[]
  readonly chosen: Source
  readonly choose: (id: string) => void
  /** Adds it to the switcher, or replaces what has its id, and shows it. */
  readonly open: (source: OpenedSource) => void
  readonly close: (id: string) => void
}

export function useSources(): SourceChoice {
  const [opened, setOpened] = useState<readonly OpenedSource[]>([])
  const [chosenId, choose] = useState<string>(thisPc.id)
  // The same one always: what waits for files to open begins anew with another.
  const open = useCallback((source: OpenedSource) => {
    setOpened((others) => [...others.filter(({ id }) => id !== source.id), source])
    choose(source.id)
  }, [])
  return useMemo(() => {
    const all: readonly Source[] = [thisPc, ...opened]
    return {
      all,
      chosen: all.find(({ id }) => id === chosenId) ?? thisPc,
      choose,
      open,
      close: (id) => {
        setOpened((others) => others.filter((other) => other.id !== id))
      },
    }
  }, [opened, chosenId, open])
}
