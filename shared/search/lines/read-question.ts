/** Names of programs in one line of whatever somebody typed or pasted: a name, a path, a command line, a row, a sentence. */
import { readRow } from './read-row.ts'

export interface Question {
  /** Names of files with an ending, best first, exactly as they are written. */
  readonly files: readonly string[]
  /** Whatever else may be a name, best first. */
  readonly names: readonly string[]
  /** The name was cut off by the tool that printed it. */
  readonly isCut: boolean
  /** `row`: of a tool. `name`: it may be a name as a whole. `sentence`: it is none. */
  readonly shape: 'row' | 'name' | 'sentence'
  /** A file of the line stands with its folder. */
  readonly hasPath: boolean
}

/** Windows' own limit for a path of the old kind; no image name is longer. */
const longestName = 260

/** Never throws, whatever the text. @param line one line, trimmed. */
export function readQuestion(line: string): Question {
  const row = readRow(line)
  const files = new Set<string>()
  const names = new Set<string>()
  for (const part of row?.cells ?? [line]) {
    const found = namesIn(part)
    for (const name of found.files) files.add(name.slice(0, longestName))
    for (const name of found.names) if (name !== '') names.add(name.slice(0, longestName))
  }
  return {
    files: [...files],
    names: [...names],
    isCut: row?.isCut === true,
    shape: row !== undefined ? 'row' : isNameLike(line) ? 'name' : 'sentence',
    hasPath: /(?<!\p{L})[a-z]:[\\/]|\\\\|%[a-z()\d]{1,40}%\\/iu.test(line),
  }
}

interface Found {
  readonly files: readonly string[]
  readonly names: readonly string[]
}

function namesIn(part: string): Found {
  const text = withoutQuestionWords(part)
  const files = programsIn(text)
  if (files.length > 0) return { files, names: [] }
  const inPath = lastOfPath(text)
  if (inPath !== undefined) return { files: [], names: [inPath] }
  return {
    files: [],
    names: [withoutRemarks(unquoted(plain(text))), ...quotedIn(text)],
  }
}

const plain = (text: string): string => text.replace(decoration, '')

const questionWords =
  /^(?:what(?:['’]?s| is| does)|vad är|vad gör|was ist|qu['’]est-ce que|c['’]est quoi|qué es|cos['’]è|o que é|wat is|co to jest|что такое)\s{1,9}/iu

/** `What is …?` in the words of whoever asks. */
function withoutQuestionWords(text: string): string {
  const asked = text.replace(questionWords, '')
  return /[?？]$/u.test(asked) ? asked.replace(/\s{0,9}[?？]{1,9}$/u, '') : asked
}

/** Words that no name of a program holds in small letters: whoever writes them tells or asks something. */
const sentenceWords = new Set(
  `a an and are be because but can cannot could did do does for from has have how i in is it my not of on or that the
  this to was what when why will with you your och är inte jag det den en ett som min mitt på för hur varför med kan har
  der die das und ist nicht ich ein eine mein auf für wie warum mit kann hat nach wurde le la les et est pas je un une
  mon ma sur pour comment pourquoi avec ne des du el los las y es no yo mi en por para cómo qué con se del que una`.split(
    /\s+/,
  ),
)

/** A name is a word, or a few that no sentence is made of. */
function isNameLike(line: string): boolean {
  const text = withoutQuestionWords(line)
  if (text.length > 120) return !/\s/u.test(text)
  const words = text.split(/\s+/u)
  if (words.length === 1) return true
  if (/^\d+$/u.test(words[0] ?? '')) return false
  if (/[.!?;:,]$/u.test(text) && !/\.{3}$/u.test(text) && words.length > 2) return false
  return words.length <= 6 && !words.some((word) => sentenceWords.has(word))
}

/**
 * Not followed by more of a name: the first `.exe` of `a.exe.exe` does not end it, and a folder may be called so.
 * Signs that take no room belong to it.
 */
const programEnd =
  /\.(exe|scr|pif|com|dll|sys|bat|cmd|msi|vbs|vbe|jse)(?!\.?[\p{L}\p{N}_]|\\[^\s"'])[\p{Cf}\p{Cc}]{0,40}/giu
const inAddress = /[^/?#&=%\s]{1,120}?\.(?:exe|dll|sys)(?=[^\p{L}\p{N}]|$)/giu
const mostPrograms = 12

/** Names of program files in a path, a command line or a sentence; programs before libraries. */
function programsIn(text: string): readonly string[] {
  if (/^\W{0,3}https?:\/\//iu.test(text)) {
    return Array.from(text.matchAll(inAddress), ([name]) => name).slice(-1)
  }
  const programs: string[] = []
  const rest: string[] = []
  let from = 0
  for (const found of text.matchAll(programEnd)) {
    const end = found.index + found[0].length
    const name = programBefore(text.slice(Math.max(from, end - 2 * longestName), end))
    const last = name.text.slice(name.text.search(/[^\s]+$/u))
    const isAll = from === 0 && end === text.length
    from = end
    if (isHost(text.slice(0, end - last.length), last)) continue
    const isWhole = name.isBounded || last === name.text || (isAll && isNameLike(text))
    const into = found[1]?.toLowerCase() === 'exe' ? programs : rest
    into.push(...(isWhole ? [name.text, last] : [last, name.text]))
    if (programs.length + rest.length > mostPrograms) break
  }
  return [...programs, ...rest].filter((name) => !name.startsWith('.'))
}

/** `http://schemas.example.com`: an address, not a program of DOS. */
const isHost = (before: string, name: string): boolean =>
  /\.com$/iu.test(name) && /:\/\/[^\s"'<>]{0,200}$/u.test(before)

/** @param text ends with the program's ending. `isBounded`: a sign that no name holds stands before it. */
function programBefore(text: string): { readonly text: string; readonly isBounded: boolean } {
  let start = 0
  let isBounded = false
  for (const { index, 0: sign } of text.matchAll(
    /[\\/"“”„«»‘`<>|*?\t=]|&(?:lt|gt|quot|amp|nbsp);|:\s?|, |; |\s{3,60}/gu,
  )) {
    start = index + sign.length
    isBounded = !/[:,;=\s]/.test(sign)
  }
  const name = plain(text.slice(start).trim())
  // A bracket that the name itself does not close is none of its own.
  const open = name.search(/[([{]/u)
  const isOpened = open >= 0 && !/[)\]}]/u.test(name)
  return { text: isOpened ? name.slice(open + 1).trim() : name, isBounded }
}

/** A tick, an arrow, a picture, a box or a number before a name. */
const decoration =
  /^(?:(?:(?:[\p{So}\p{Sm}\p{Sk}•·‣◦*–—-]|\u200d|\ufe0f){1,4}|\[[ \dx]{0,4}\]|#?\d{1,4}[.)])\s{1,4}){1,3}(?=\S)/iu

/** The last part of a path without a known ending. Undefined for what is no path. */
function lastOfPath(text: string): string | undefined {
  const path = text.replace(/^[\p{Cf}"'“”„]{1,9}/u, '')
  if (!/^(?:[a-z]:[\\/]|\\\\|%[^%\s]{1,60}%\\|\/[^/\s])/iu.test(path)) return undefined
  const [inQuotes = ''] = path.split('"', 1)
  return inQuotes
    .split(/[\\/]/u)
    .map((step) => step.trim())
    .findLast((step) => step !== '')
}

function unquoted(text: string): string {
  return text.replace(/^["'`“”„«‘[(*]{1,3}/u, '').replace(/["'`“”»’\])*,;:!]{1,3}$/u, (end) => {
    // `Apple Mobile Device Service (32 bit)` keeps its bracket for the next step.
    return end.includes(')') && text.includes('(') && !text.startsWith('(') ? end : ''
  })
}

/** What Task Manager puts behind a name: `(32 bit)`, and how many there are. */
function withoutRemarks(name: string): string {
  return name
    .replace(/\s{0,9}\(\s{0,9}(?:32|64)[\s-]?bit\w{0,8}\)/iu, '')
    .replace(/\s{1,9}\(\d{1,5}\)$/u, '')
    .trim()
}

/** Whatever stands in quotes. */
function quotedIn(text: string): readonly string[] {
  const quoted = /["“”„«']([^"“”„»']{2,256})["“”»']/u.exec(text)
  return quoted?.[1] === undefined ? [] : [quoted[1]]
}
