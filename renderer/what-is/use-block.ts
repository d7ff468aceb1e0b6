/** A paste of several lines: a field of one line would make blanks of its line breaks. */
import { useCallback, useState, type ClipboardEvent } from 'react'
import { pastedListLimits } from '../../shared/search/lines/pasted-list-limits.ts'
import { boundedText } from '../../shared/search/lines/split-text.ts'

export interface Block {
  /** All of it, as far as it may become a source. */
  readonly whole: string
  /** As far as it is answered line by line. */
  readonly text: string
  /** What the field shows of it. */
  readonly first: string
  /** Lines below the first. */
  readonly more: number
  /** Lines at the end that are not kept: the text is too long. */
  readonly leftOut: number
}

/** Undefined for what is one line. */
function blockOf(whole: string): Block | undefined {
  const { text, leftOut } = boundedText(whole)
  const lines = text.split(/[\r\n]+/u).filter((line) => line.trim() !== '')
  const [first] = lines
  if (first === undefined || lines.length + leftOut < 2) return undefined
  return {
    text,
    whole: whole.slice(0, pastedListLimits.letters),
    first: first.trim().slice(0, 200),
    more: lines.length - 1 + leftOut,
    leftOut,
  }
}

export function useBlock(initialText: string) {
  const [block, setBlock] = useState(() => blockOf(initialText))
  const drop = useCallback(() => {
    setBlock(undefined)
  }, [])
  /** @returns whether the paste was taken. */
  const take = useCallback((event: ClipboardEvent): boolean => {
    const found = blockOf(event.clipboardData.getData('text/plain'))
    if (found === undefined) return false
    event.preventDefault()
    setBlock(found)
    return true
  }, [])
  return { block, drop, take }
}
