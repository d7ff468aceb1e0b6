/** The image name in what a row seems to name: captions, headings and values of a list are none. */
import type { LineAnswer } from '../catalogue/what-is.ts'
import { isFileName } from './fold.ts'
import { readQuestion } from './lines/read-question.ts'

/** What Windows itself lists without an ending. */
const kernelNames =
  /^(?:System|Idle|System Idle Process|Registry|Secure System|Mem(?:ory )?Compression|vmmem\w{0,4}|Interrupts)$/i

/** No file has these in its name. */
const inNoName = /[\\/:*?"<>|\p{Cc}]|^[=¤#~]{2}|^#type\b|^www\.|^null$|^[^\s@]+@[^\s@]+\.com$/iu

/** @param hasRows the list has rows of a tool, or files with their endings: then bare words in a line of their own are a caption. */
export function imageNameIn(
  { name, line, isUnderstood, suggestions }: Omit<LineAnswer, 'entryId' | 'otherId'>,
  hasRows: boolean,
): string | null {
  // A tool puts numbers before names.
  const plain = name.replace(/^\d[\d.,]{0,20}\s{2,60}/u, '')
  if (!isUnderstood || plain === '' || inNoName.test(plain)) return null
  if (isFileName(plain) || kernelNames.test(plain)) return plain
  if (plain.includes(',') || suggestions.some(({ why }) => why === 'part')) return null
  return hasRows && readQuestion(line).shape !== 'row' ? null : plain
}
