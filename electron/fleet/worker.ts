/** Entry of the worker that reads many PCs: the list stays here, the window asks for the part that is in sight. */
import { parentPort } from 'node:worker_threads'
import { pcsToCsv } from '../../shared/fleet/export.ts'
import { createFleetList, type FleetList } from '../../shared/fleet/query.ts'
import type { FleetQuery } from '../../shared/model/fleet.ts'
import type { Language } from '../../shared/text/languages.ts'
import { makeWords, type Texts } from '../../shared/text/words.ts'
import { writeReport } from '../report/write-report.ts'
import { openPc } from './open-pc.ts'
import { readFleet, type ReadFleet } from './read-fleet.ts'

export type WorkerQuestion =
  | { readonly kind: 'read'; readonly paths: readonly string[] }
  | { readonly kind: 'page'; readonly query: FleetQuery }
  | { readonly kind: 'open'; readonly index: number }
  | {
      readonly kind: 'export'
      readonly query: Pick<FleetQuery, 'filter' | 'finding'>
      readonly file: string
      readonly language: Language
      /** Of that language: the worker holds none. */
      readonly texts: readonly Texts[]
    }

let opened: { readonly fleet: ReadFleet; readonly list: FleetList } | undefined

async function answer(question: WorkerQuestion): Promise<unknown> {
  if (question.kind === 'read') {
    const fleet = await readFleet(question.paths, {
      onProgress: (progress) => parentPort?.postMessage({ progress }),
    })
    const list = createFleetList(fleet)
    opened = { fleet, list }
    return list.summary(fleet.files.length)
  }
  if (opened === undefined) return null
  const { fleet, list } = opened
  switch (question.kind) {
    case 'page':
      return list.page(question.query)
    case 'open': {
      const pc = list.pc(question.index)
      const file = pc === undefined ? undefined : fleet.files[pc.place.file]
      return pc === undefined || file === undefined ? null : openPc(pc, file)
    }
    case 'export': {
      const content = pcsToCsv(
        list.matching(question.query),
        makeWords(question.language, question.texts),
      )
      return writeReport(question.file, content)
    }
  }
}

/** Answers travel as text: copying objects costs the main thread more than reading a text does. */
parentPort?.on('message', (message: { readonly id: number; readonly question: WorkerQuestion }) => {
  const { id, question } = message
  answer(question).then(
    (value) => parentPort?.postMessage({ id, text: JSON.stringify(value) }),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  )
})
