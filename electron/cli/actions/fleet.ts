/** Many PCs out of a folder or several files: `--open FOLDER|FILES`. */
import { fleetToJson, fleetToText, pcsToCsv } from '../../../shared/fleet/export.ts'
import { inOrder, problemWords } from '../../../shared/fleet/order.ts'
import type { Fleet } from '../../../shared/model/fleet.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { visibleText } from '../../../shared/text/visible-text.ts'
import { readFleet } from '../../fleet/read-fleet.ts'
import type { Action } from '../context.ts'
import { writeOut } from '../write-out.ts'

const writeAs: Readonly<Record<string, (fleet: Fleet, words: Words) => string>> = {
  text: fleetToText,
  json: fleetToJson,
  csv: (fleet, words) => pcsToCsv(inOrder(fleet.pcs).pcs, words),
}

/** Where nothing could be read at all. */
const mostReasons = 20

export const showFleet: Action = async (run) => {
  const { request, words, context } = run
  const write = writeAs[request.format]
  if (write === undefined) {
    await context.stderr(words.t('cli.error.manyFormat', { value: `--format ${request.format}` }))
    return 2
  }
  const fleet = await readFleet(request.open)
  const needsAttention = fleet.pcs.some(
    ({ verdict }) => verdict.worst === 'danger' || verdict.worst === 'attention',
  )
  if (fleet.pcs.length > 0) return writeOut(write(fleet, words), run, needsAttention ? 1 : 0)
  const file = visibleText(request.open.join(', '))
  const [only, ...others] = fleet.unreadable
  if (request.open.length === 1 && only !== undefined && others.length === 0) {
    await context.stderr(`${file}: ${problemWords(words, only)}`)
    return request.format === 'text' ? 3 : writeOut(write(fleet, words), run, 3)
  }
  await context.stderr(words.t('fleet.none', { file }))
  if (request.format === 'text') {
    for (const one of fleet.unreadable.slice(0, mostReasons)) {
      await context.stderr(`${one.source}: ${problemWords(words, one)}`)
    }
    return 3
  }
  return writeOut(write(fleet, words), run, 3)
}
