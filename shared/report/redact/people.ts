/** The people of a PC: their names, folders and security ids, and what stands in their place. */
import { programOfCommand, startedBy } from '../../judge/read-command.ts'
import { pathKey } from '../../judge/windows-path.ts'
import { accountsOf, domainOf, mailAddress, wholeWords } from './name-patterns.ts'

/** What was taken out, for the list that is shown. The words are `redact.removed.<code>`. */
export const removedKinds = [
  'user-folders',
  'accounts',
  'security-ids',
  'names',
  'start-times',
  'computers',
  'addresses',
  'proxies',
  'issuers',
  'hosts-names',
] as const
export type Removed = (typeof removedKinds)[number]

export interface People {
  readonly path: (path: string) => string
  readonly command: (command: string) => string
  /** Paths, security ids and names within whatever somebody wrote. */
  readonly text: (text: string) => string
  readonly account: (account: string) => string
  /** @param account of the same person, where it is known. */
  readonly securityId: (id: string, account: string | null) => string
  readonly note: (removed: Removed) => void
  /** Variables that stand for themselves from now on. */
  readonly variables: Readonly<Record<string, string>>
  /** In the order of the list. */
  readonly removed: () => readonly Removed[]
}

/** `‹user 1›`: what an earlier redaction left is no name. */
const standIn = /^‹[^‹›]{1,30}›$/
const shortStandIn = 'USER~1'
/** Of a name with a blank, where a command line that is not quoted is read up to that blank. */
const cutStandIn = '‹user'

const sign = String.raw`[^\\/:*?"<>|\r\n\t]`
/** Folders under which Windows and its domains keep one folder for each person. */
const roots = String.raw`(?:Users|Documents and Settings|DOCUME~1|Profiles|Benutzer|home\$?|homes\$?|profiles\$|users\$|RedirectedFolders)`
/** Up to the next separator or the end: a person's name may hold blanks. */
const folder = new RegExp(
  String.raw`([\\/]${roots}[\\/]+)(${sign}{1,256}?)(?=[\\/]|["<>|*?\r\n\t:,;]|\s+[-/]|$)`,
  'gi',
)
/** On a drive, in the usual form or the literal one. */
const driveFolder = new RegExp(
  String.raw`(?<![\w\\/.?])(?:\\\\[?.]\\|\\\?\?\\)?([A-Za-z]:)[\\/]+Users[\\/]+(${sign}{1,256}?)(?=[\\/]|["<>|*?\r\n\t:,;]|\s+[-/]|$)`,
  'gi',
)
const personalId = /S-1-(?:5-21|12-1)-\d{1,10}(?:-\d{1,10}){1,14}/g
const computer = /(?<![\w\\:])\\\\(?![?.]\\)([^\\/:*?"<>|\s]{1,255})(?=\\)/g

/** Where programs are installed, by Windows's own names. */
const programFolder =
  /[\\/](?:Program Files(?: \(x86\))?|Windows)[\\/]|%(?:Common)?Program(?:Files|W6432)/i

/** Everybody's folders below `Users`, in any case. */
const nobodys: ReadonlySet<string> = new Set([
  'ALL USERS',
  'DEFAULT',
  'DEFAULT USER',
  'DEFAULTUSER0',
])

/** Names that stand for something else in any text, so that only their folder and account are theirs. */
const everydayWords: ReadonlySet<string> = new Set(
  `ADMIN ADMINISTRATOR APPLE APPLICATION BACKUP BONJOUR COMMON COMPUTER DATA DEFAULT DESKTOP DEVICE DRIVER FILES GUEST
  HOME HOST ICLOUD INSTALL INSTALLER IPAD IPHONE IPOD ITUNES LOCAL MICROSOFT MOBILE MUSIC NETWORK OFFICE OWNER PROGRAM
  PROGRAMS PUBLIC ROAMING SERVICE SERVICES SETUP SUPPORT SYNC SYSTEM TEMP TEST UPDATE USER USERS WINDOWS WORK PERSONAL
  PRIVATE DOMAIN CURRENT`.split(/\s+/),
)

const serviceAccount =
  /^(?:localsystem|system|localservice|networkservice|(?:nt[ -][^\\]{1,30}|window manager|font driver host|builtin|vordefiniert|autorite nt|autorité nt)\\.*|iis apppool\\.*|\.\\localsystem)$/i

export function isPersonalAccount(account: string): boolean {
  return account !== '' && !serviceAccount.test(account) && !standIn.test(account)
}

export function isPersonalId(securityId: string): boolean {
  return /^S-1-(?:5-21|12-1)-/.test(securityId)
}

/**
 * @param owners accounts of personal security ids; of services and the like, without an id.
 * @param texts wherever a folder of a person may stand.
 * @param own the folder of whoever ran the program, where it is known.
 */
export function findPeople(
  owners: readonly { readonly securityId: string | null; readonly account: string | null }[],
  texts: readonly string[],
  own: string | undefined,
): People {
  const removed = new Set<Removed>()
  const numbers = new Map<string, number>()
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? new Set(numbers.values()).size + 1
    numbers.set(key, number)
    return number
  }
  const ownName = own === undefined ? undefined : nameInFolder(own)
  if (ownName !== undefined) numberOf(pathKey(ownName))
  for (const { securityId, account } of owners) {
    const name = account === null ? undefined : nameOf(account)
    const number = numberOf(name === undefined ? (securityId ?? '') : pathKey(name))
    if (securityId !== null) numbers.set(securityId, number)
  }
  for (const text of texts) {
    for (const found of text.matchAll(folder)) {
      if (isPerson(found[2] ?? '')) numberOf(pathKey(found[2] ?? ''))
    }
  }
  const user = (name: string) => `‹user ${numberOf(pathKey(name))}›`
  /** A command line that is not quoted ends at a blank: with one where the name has one, and without where not. */
  const folderOfUser = (name: string) =>
    /\s/.test(name) ? user(name) : user(name).replace(' ', '-')
  const allNames = [...numbers.keys()].filter(
    (name) => name !== '' && !name.startsWith('S-1-') && !name.includes('~'),
  )
  const names = allNames.filter((name) => name.length > 2 && !everydayWords.has(name))
  const domains = owners.flatMap(({ account }) => domainOf(account ?? ''))
  const accounts = [
    accountsOf(
      domains,
      allNames.filter((name) => everydayWords.has(name)),
    ),
    accountsOf(
      undefined,
      allNames.filter((name) => !everydayWords.has(name)),
    ),
  ]
  const firstWords = new Set(
    allNames.flatMap((name) => (/\s/.test(name) ? [name.split(/\s/, 1)[0] ?? ''] : [])),
  )
  const anyName = wholeWords(names, '(?![\\p{L}\\p{N}]|\\.(?:exe|dll|sys))')
  const folders = wholeWords(names, '(?=[\\\\/])')
  // Where nobody knows what the variable leads to, and an entry is written with it, the two must stay apart.
  const usesVariables =
    own !== undefined || !texts.some((text) => /%(?:USERPROFILE|PUBLIC)%/i.test(text))
  const main = usesVariables ? mainFolder(own, texts) : undefined
  const ownPrefix = own === undefined || main !== undefined ? undefined : prefixOf(own)

  const folderName = (name: string): string => {
    if (!isPerson(name)) return name
    removed.add('user-folders')
    if (firstWords.has(pathKey(name))) return cutStandIn
    return /^[^.]{0,6}~\d{1,6}(?:\.[^.]{0,3})?$/.test(name) ? shortStandIn : folderOfUser(name)
  }
  /** Whatever keeps its shape: what is judged by it stays the same. */
  const shaped = (text: string): string =>
    text.replace(folder, (_, before: string, name: string) => before + folderName(name))

  /** The variable that Windows itself has for the folder; not where a path leads out of it again. */
  const short = (text: string): string => {
    const toVariable = (variable: string, whole: string, at: number) => {
      if (leadsOut(text.slice(at + whole.length))) return whole
      removed.add('user-folders')
      return variable
    }
    const withoutOwn =
      ownPrefix === undefined
        ? text
        : text.replace(ownPrefix, (whole, at: number) => toVariable('%USERPROFILE%', whole, at))
    if (withoutOwn !== text) return withoutOwn
    return text.replace(driveFolder, (whole, drive: string, name: string, at: number) => {
      if (!usesVariables || drive.toUpperCase() !== (main?.drive ?? 'C:')) return whole
      if (pathKey(name) === main?.name) return toVariable('%USERPROFILE%', whole, at)
      return pathKey(name) === 'PUBLIC' ? toVariable('%PUBLIC%', whole, at) : whole
    })
  }
  const withoutAccounts = (text: string): string =>
    accounts.reduce(
      (made, pattern) =>
        pattern === undefined
          ? made
          : made.replace(pattern, (_, name: string) => {
              removed.add('accounts')
              return user(name)
            }),
      text,
    )
  const withoutMail = (text: string): string =>
    text.replace(mailAddress, (whole, name: string) => {
      if (/[@.]apple\.com$/i.test(whole)) return whole
      removed.add('accounts')
      return user(name)
    })
  const withoutIds = (text: string): string =>
    withoutAccounts(text)
      .replace(personalId, (id) => {
        removed.add('security-ids')
        return `‹user ${numberOf(id)}›`
      })
      .replace(computer, (whole, name: string) => {
        if (standIn.test(name) || /^(?:localhost|127\.0\.0\.1)$/i.test(name)) return whole
        removed.add('computers')
        return '\\\\‹computer›'
      })
  const named = (text: string, pattern: RegExp | undefined): string =>
    pattern === undefined
      ? text
      : text.replace(pattern, (name) => {
          removed.add('names')
          return user(name)
        })
  /** A name of a program's own folder is nobody's, and a file's name is judged. */
  const mild = (text: string): string =>
    programFolder.test(text) ? withoutIds(text) : named(withoutIds(text), folders)
  const path = (text: string) => mild(shaped(short(text)))
  const text = (given: string) => {
    const whole = withoutMail(given)
    return programFolder.test(whole) ? path(whole) : named(path(whole), anyName)
  }

  return {
    path,
    text,
    command: (whole) => {
      const made = path(whole)
      const isSame =
        programOfCommand(whole) === null
          ? programOfCommand(made) === null
          : fileOf(startedBy(whole)) === fileOf(startedBy(made))
      return isSame ? made : mild(shaped(whole))
    },
    account: (account) => {
      if (!isPersonalAccount(account)) return account
      removed.add('accounts')
      return user(nameOf(account))
    },
    securityId: (id, account) => {
      if (!isPersonalId(id)) return id
      removed.add('security-ids')
      return `‹user ${numbers.get(id) ?? numberOf(account === null ? id : pathKey(nameOf(account)))}›`
    },
    note: (kind) => removed.add(kind),
    variables: usesVariables ? { USERPROFILE: '%USERPROFILE%', PUBLIC: '%PUBLIC%' } : {},
    removed: () => removedKinds.filter((kind) => removed.has(kind)),
  }
}

function isPerson(name: string): boolean {
  return (
    name !== '' &&
    name !== '.' &&
    name !== '..' &&
    !standIn.test(name) &&
    name.toUpperCase() !== shortStandIn &&
    name !== cutStandIn &&
    !nobodys.has(pathKey(name)) &&
    !/^%[^%]+%$/.test(name)
  )
}

/** `DOMAIN\name`, `name@domain` and a bare name. */
function nameOf(account: string): string {
  const name = account.split('\\').at(-1) ?? account
  const [first = ''] = name.split('@', 1)
  return first === '' ? name : first
}

function nameInFolder(path: string): string | undefined {
  const name =
    [...`${path}\\`.matchAll(folder)][0]?.[2] ?? path.split(/[\\/]/).filter(Boolean).at(-1)
  return name === undefined || !isPerson(name) ? undefined : name
}

/** At least two steps deep: a whole drive is nobody's folder. */
function prefixOf(path: string): RegExp | undefined {
  const steps = path.replace(/[\\/]+$/, '').split(/[\\/]+/)
  if (!/^[A-Za-z]:$/.test(steps[0] ?? '') || steps.length < 2) return undefined
  const escaped = steps.map((step) => step.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\w\\\\/.?])${escaped.join('[\\\\/]+')}(?=[\\\\/]|["\\r\\n]|$)`, 'giu')
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
      ) {
        return { drive: drive.toUpperCase(), name: pathKey(name) }
      }
    }
  }
  return undefined
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

const fileOf = (program: string | null): string => (program ?? '').split(/[\\/]/).at(-1) ?? ''
