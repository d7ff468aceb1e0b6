/** Folders of people in a text: who they are, what stands in their place, and the variables that Windows has for them. */
import { pathKey } from '../../judge/windows-path.ts'
import { driveFolder, literal, personFolder } from './name-patterns.ts'

/** `‹user 1›`: what an earlier redaction left is no name. */
export const standIn = /^‹[^‹›]{1,30}›$/
const shortStandIn = /^USER~\d{1,6}$/i
/** Of a name with a blank, where a command line that is not quoted is read up to that blank. */
const cutStandIn = '‹user'

const shortName = /^[^.]{0,6}~\d{1,6}(?:\.[^.]{0,3})?$/

/** Everybody's folders below `Users`, in any case. */
const nobodys: ReadonlySet<string> = new Set([
  'ALL USERS',
  'DEFAULT',
  'DEFAULT USER',
  'DEFAULTUSER0',
])

export function isPerson(name: string): boolean {
  return (
    name !== '' &&
    name !== '.' &&
    name !== '..' &&
    !standIn.test(name) &&
    !shortStandIn.test(name) &&
    name !== cutStandIn &&
    !nobodys.has(pathKey(name)) &&
    !/^%[^%]+%$/.test(name)
  )
}

export const peopleIn = (text: string): readonly string[] =>
  [...text.matchAll(personFolder)].map(([, , name = '']) => name).filter(isPerson)

/** Whose folder it is that the system has named. */
export function nameInFolder(path: string): string | undefined {
  const name = peopleIn(`${path}\\`)[0] ?? path.split(/[\\/]/).filter(Boolean).at(-1)
  return name === undefined || !isPerson(name) ? undefined : name
}

/** A command line that is not quoted ends at a blank: with one where the name has one, and without where not. */
export const asFolder = (name: string, number: number): string =>
  /\s/.test(name) ? `‹user ${number}›` : `‹user-${number}›`

/** Whatever keeps its shape: what is judged by it stays the same. */
export function shapeFolders(
  text: string,
  numberOf: (name: string) => number,
  firstWords: ReadonlySet<string>,
): string {
  return text.replace(personFolder, (whole, before: string, name: string, at: number) => {
    if (!isPerson(name)) return whole
    const isEnd = /^"?\s*$/.test(text.slice(at + whole.length))
    if (isEnd && firstWords.has(pathKey(name))) return before + cutStandIn
    const number = numberOf(name)
    return before + (shortName.test(name) ? `USER~${number}` : asFolder(name, number))
  })
}

interface MainFolder {
  readonly drive: string
  readonly name: string
}

/** Whose folder becomes `%USERPROFILE%`: of whoever ran the program, else the first that is met. */
function mainFolder(own: string | undefined, texts: readonly string[]): MainFolder | undefined {
  for (const text of own === undefined ? texts : [own]) {
    for (const [, drive = '', name = ''] of text.matchAll(driveFolder)) {
      if (
        isPerson(name) &&
        !name.includes('~') &&
        (own !== undefined || pathKey(name) !== 'PUBLIC')
      )
        return { drive: drive.toUpperCase(), name: pathKey(name) }
    }
  }
  return undefined
}

/** At least two steps deep: a whole drive is nobody's folder. */
function prefixOf(path: string): RegExp | undefined {
  const steps = path.replace(/[\\/]+$/, '').split(/[\\/]+/)
  if (!/^[A-Za-z]:$/.test(steps[0] ?? '') || steps.length < 2) return undefined
  const folder = steps.map(literal).join('[\\\\/]+')
  return new RegExp(`(?<![\\w\\\\/.?])${folder}(?=[\\\\/]|["\\r\\n]|$)`, 'giu')
}

/** @param rest of a path, below the folder. */
function leadsOut(rest: string): boolean {
  let depth = 0
  const [below = ''] = rest.split(/["<>|*?\r\n\t]/, 1)
  return below
    .split(/[\\/]+/)
    .filter((step) => step !== '' && step !== '.')
    .some((step) => {
      depth += step === '..' ? -1 : 1
      return depth < 0
    })
}

export interface Variables {
  /** Whether they stand for the folders at all. */
  readonly areUsed: boolean
  /** The variable that Windows itself has for a folder; not where a path leads out of it again. */
  readonly into: (text: string) => string
}

/**
 * Where nobody knows what the variable leads to, and an entry is written with it, the two must stay apart.
 * @param own the folder of whoever ran the program.
 */
export function variablesFor(own: string | undefined, texts: readonly string[]): Variables {
  if (own === undefined && texts.some((text) => /%(?:USERPROFILE|PUBLIC)%/i.test(text))) {
    return { areUsed: false, into: (text) => text }
  }
  const main = mainFolder(own, texts)
  const ownPrefix = own === undefined || main !== undefined ? undefined : prefixOf(own)
  const unlessOut = (text: string, variable: string) => (whole: string, at: number) =>
    leadsOut(text.slice(at + whole.length)) ? whole : variable
  return {
    areUsed: true,
    into: (text) => {
      const made =
        ownPrefix === undefined ? text : text.replace(ownPrefix, unlessOut(text, '%USERPROFILE%'))
      return made.replace(driveFolder, (whole, drive: string, name: string, at: number) => {
        if (drive.toUpperCase() !== (main?.drive ?? 'C:')) return whole
        const key = pathKey(name)
        if (key === main?.name) return unlessOut(made, '%USERPROFILE%')(whole, at)
        return key === 'PUBLIC' ? unlessOut(made, '%PUBLIC%')(whole, at) : whole
      })
    },
  }
}
