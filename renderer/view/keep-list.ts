/** A paste becomes a source of its own, which the switcher lists and the views show. */
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { pastedListLimits } from '../../shared/search/lines/pasted-list-limits.ts'
import { boundedText } from '../../shared/search/lines/split-text.ts'
import type { PastedRow } from '../../shared/catalogue/what-is.ts'
import type { SourceChoice } from './sources.ts'

const isEmpty = ({ answer }: PastedRow) => !answer.isUnderstood && answer.errors.length === 0

/** @returns whether it was read; then it is what the window shows. */
export async function keepList(
  bridge: Pick<InspectorBridge, 'readList'>,
  { open }: Pick<SourceChoice, 'open'>,
  whole: string,
): Promise<boolean> {
  const { text, leftOut } = boundedText(whole, pastedListLimits)
  const answer = await bridge.readList(text)
  if (!answer.ok || answer.value.rows.every(isEmpty)) return false
  const list = { ...answer.value, leftOut: answer.value.leftOut + leftOut }
  const takenAtUtc = new Date().toISOString()
  open({ kind: 'list', id: `list ${takenAtUtc}`, name: '', takenAtUtc, list })
  return true
}
