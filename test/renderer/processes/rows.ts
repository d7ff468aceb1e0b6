/** Short ways to write down processes and open the view on them. Made up. */
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, vi } from 'vitest'
import { createElement } from 'react'
import { initialInspectionState } from '../../../renderer/inspection/inspection-state.ts'
import { ProcessTable } from '../../../renderer/processes/ProcessTable.tsx'
import { entryFinder, rowsOf, type Row } from '../../../renderer/processes/process-rows.ts'
import { WordsContext } from '../../../renderer/text/words-context.ts'
import { success } from '../../../shared/model/result.ts'
import { known } from '../../../shared/model/probe.ts'
import type { ListOptions } from '../../../shared/model/list-options.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import type { ListedProcess, Listing } from '../../../shared/model/process.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { catalogue, fakeBridge, type FakeBridge } from '../fake-bridge.ts'

/** So many seconds after a day long ago: no test depends on what today is. */
export const startedAt = (second: number) =>
  known(new Date(Date.UTC(2020, 4, 2, 8, 0, second)).toISOString())

/** As Windows itself tells it; `second` is when it started. */
export function running(
  pid: number,
  name: string,
  parentPid = 4,
  second = pid,
  more: Partial<ListedProcess> = {},
): ListedProcess {
  return listed(pid, name, {
    parentPid,
    startedAtUtc: startedAt(second),
    workingSetBytes: known(pid * 1_000_000),
    counts: known({ sessionId: 1, threads: 9, handles: 200 }),
    ...more,
  })
}

export const inProcess = (processes: readonly ListedProcess[], more: Partial<Listing> = {}) =>
  listing(processes, { lister: 'in-process', ...more })

export const findEntry = entryFinder(catalogue.processes)

export function rows(processes: readonly ListedProcess[]): readonly Row[] {
  return rowsOf(inProcess(processes), [], findEntry)
}

/** happy-dom lays nothing out: the list is told its size here, or it would show no row at all. */
export function withLayout(width = 1000, height = 600): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(width)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(height)
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height)
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })
}

export interface OpenOptions {
  readonly language?: Language
  readonly isPaused?: boolean
  readonly bridge?: FakeBridge
  readonly inspection?: Inspection
  readonly options?: Partial<ListOptions>
}

export const plainOptions: ListOptions = {
  columns: ['name', 'pid', 'parent', 'started', 'memory'],
  order: { column: 'name', isDescending: false },
  isTree: false,
  list: 'all',
}

/** Paused unless a test wants the clock: then nothing changes by itself. */
export function openView(
  processes: readonly ListedProcess[],
  {
    language = 'en',
    isPaused = true,
    bridge = fakeBridge(),
    inspection,
    options,
  }: OpenOptions = {},
) {
  bridge.listProcesses.mockResolvedValue(success(inProcess(processes)))
  const onOptions = vi.fn<(options: ListOptions) => void>()
  const view = createElement(ProcessTable, {
    ...{ bridge, catalogue, isPaused, onOptions },
    state: { ...initialInspectionState, inspection },
    findings: inspection?.findings ?? [],
    isShown: true,
    isLive: true,
    initialOptions: { ...plainOptions, ...options },
    onRetry: () => {},
    onOpenSource: () => {},
  })
  render(createElement(WordsContext, { value: wordsIn(language) }, view))
  return { bridge, onOptions, user: userEvent.setup() }
}
