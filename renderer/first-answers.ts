/**
 * The first questions to the main process, on their way before React is there. Asks as the very first thing, while the
 * component library is still being loaded, so that the answers lie ready when React begins to draw.
 */
import type { Answer } from '../shared/ipc/channels.ts'
import { unpacked } from './bridge.ts'

export interface FirstAnswers {
  readonly description: Answer<'describeApp'> | undefined
  readonly inspection: Answer<'runInspection'> | undefined
}

/** A slow list must not keep the window empty: after this, in milliseconds, it is drawn with what there is. */
const patienceMs = 100

const empty: FirstAnswers = { description: undefined, inspection: undefined }

function ask(): Promise<FirstAnswers> {
  if (window.inspector === undefined) return Promise.resolve(empty)
  const inspector = unpacked(window.inspector)
  let answers = empty
  const keep = (more: Partial<FirstAnswers>) => {
    answers = { ...answers, ...more }
  }
  // What goes wrong here goes wrong again when the window asks, and is shown there.
  const both = Promise.all([
    inspector.describeApp().then(
      (description) => keep({ description }),
      () => {},
    ),
    inspector.runInspection().then(
      (inspection) => keep({ inspection }),
      () => {},
    ),
  ])
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
  return Promise.race([both, patience]).then(() => answers)
}

/** Never rejects. */
export const firstAnswers: Promise<FirstAnswers> = ask()
