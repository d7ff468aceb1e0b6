/** Words of a line, with the places where they stand. */
import { isAscii } from '../catalogue/ascii.ts'
import { fold } from './fold.ts'

export interface Token {
  /** Small letters without accents. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const asciiWords = /[a-z0-9]+/gi
/** Scripts without blanks between words: each sign is a word of its own, and ends the one before it. */
const words =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー])[\p{L}\p{M}\p{N}])+/gu

export function tokensOf(line: string): readonly Token[] {
  const plain = isAscii(line)
  return Array.from(line.matchAll(plain ? asciiWords : words), ({ 0: text, index }) => ({
    text: plain ? text.toLowerCase() : fold(text),
    start: index,
    end: index + text.length,
  }))
}
