/** Whether a name stands in a line as one of its own: not as a part of a path or of a longer name. */

/** Endings of program files; a name with another than its own is another name. */
const otherEnding = /^\s?\.\s?(?:exe|scr|pif|com|dll|sys|bat|cmd|msi|vbs|vbe|jse)(?![\p{L}\p{N}])/iu

/** No folder of a path, no part of a longer file name. */
export function standsAlone(
  line: string,
  start: number,
  end: number,
  isExact: boolean,
  isFile: boolean,
): boolean {
  const before = line.slice(Math.max(0, start - 300), start)
  const after = line.slice(end, end + 12)
  if (/^\p{Cf}/u.test(after) || /\p{Cf}$/u.test(before)) return false
  if (/\\services\\$/iu.test(before)) return true
  if (/^\\[^"'\s]/u.test(after) || (/^\/[^\s/]/u.test(after) && /[\\/]$/u.test(before)))
    return false
  if (otherEnding.test(after)) return false
  if (isExact ? /^\.[\p{L}\p{N}_]/u.test(after) : /^[@$]/u.test(after)) return false
  if (isFile ? /[\p{L}\p{N}_.-]$/u.test(before) : /[.@-]$/u.test(before)) return false
  // `C:\x\Copy of iTunesHelper.exe`
  const inFolder = before.lastIndexOf('\\') + 1
  const since = before.slice(inFolder)
  return !(isFile && inFolder > 0 && since.trim() !== '' && !/[.:"'“”»|<>*?\t]/u.test(since))
}

/** Whether nothing of a sentence stands beside it: a column, a quotation, a value, numbers. */
export function isCell(line: string, start: number, end: number): boolean {
  const before = line.slice(Math.max(0, start - 40), start)
  const after = line.slice(end, end + 40)
  return (
    /(?:^|[\t|"'`“”„«‹「『:=,;()[\]<>{}\\/*]|\s\s|\d)\s{0,20}$/u.test(before) &&
    /^\s{0,20}(?:$|[\t|"'`“”»›」』:=,;()[\]<>{}*?!.…]|\s\s|\d)/u.test(after)
  )
}

interface Found {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly strength: number
}

/** `Bonjour, my iTunes …`: one word of a sentence names nothing, unless something else than a comma sets it off. */
export const isBareWord =
  (line: string) =>
  ({ strength, text, start, end }: Found): boolean =>
    strength === 2 &&
    !/\s/u.test(text) &&
    !/["'`“”„«‹「『()[\]<>{}|\t]|\s\s/u.test(line.slice(Math.max(0, start - 2), start)) &&
    !/["'`“”»›」』()[\]<>{}|\t]|\s\s/u.test(line.slice(end, end + 2))
