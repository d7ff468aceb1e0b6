/** Lines that somebody pasted, without the people in them: there is no inspection that knows who they are. */
import { findPeople, isPersonalAccount } from './people.ts'

/** `PC-17\Anna` in a cell of its own; a domain is written in capitals, and a hive of the registry is none. */
const account =
  /(?<![^\s"',;|])(?<!\b(?:NT|IIS) )(?!HK[A-Z]{1,3}\\)([A-Z][A-Z\d-]{0,14}\\[^\\/:*?"<>|\s,;]{1,64}(?: [^\\/:*?"<>|\s,;]{1,64}){0,2})(?=\s{2}|["',;|\t]|\s?$)/gu

export function linesWithoutPeople(lines: readonly string[]): readonly string[] {
  const owners = lines
    .flatMap((line) => Array.from(line.matchAll(account), ([, found = '']) => found))
    .filter(isPersonalAccount)
    .map((found) => ({ securityId: null, account: found }))
  const people = findPeople(owners, lines, undefined)
  return lines.map(people.text)
}
