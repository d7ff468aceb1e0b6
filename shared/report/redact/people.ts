/** The people of a PC: their names, folders and security ids, and what stands in their place. */
import { programOfCommand, startedBy } from '../../judge/read-command.ts'
import { pathKey } from '../../judge/windows-path.ts'
import { isEverydayWord, isTellingName } from './everyday-words.ts'
import {
  accountsOf,
  companyCloud,
  computer,
  domainOf,
  isProgramFile,
  mailAddress,
  personalId,
  wholeWords,
} from './name-patterns.ts'
import {
  asFolder,
  nameInFolder,
  peopleIn,
  shapeFolders,
  standIn,
  variablesFor,
} from './person-folder.ts'

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
  /** Folders, accounts, addresses for mail, security ids and names within whatever somebody wrote. */
  readonly text: (text: string) => string
  /** The same, so that the program which it starts stays the same. */
  readonly command: (command: string) => string
  readonly account: (account: string) => string
  /** @param account of the same person, where it is known. */
  readonly securityId: (id: string, account: string | null) => string
  readonly note: (removed: Removed) => void
  /** Variables that stand for themselves from now on. */
  readonly variables: Readonly<Record<string, string>>
  /** In the order of the list. */
  readonly removed: () => readonly Removed[]
}

const serviceAccount =
  /^(?:localsystem|system|localservice|networkservice|(?:nt[ -][^\\]{1,30}|window manager|font driver host|builtin|vordefiniert|autorite nt|autorité nt)\\.*|iis apppool\\.*|\.\\localsystem)$/i

export function isPersonalAccount(account: string): boolean {
  return account !== '' && !serviceAccount.test(account) && !standIn.test(account)
}

export function isPersonalId(securityId: string): boolean {
  return /^S-1-(?:5-21|12-1)-/i.test(securityId)
}

interface Owner {
  readonly securityId: string | null
  readonly account: string | null
}

/**
 * @param owners accounts of personal security ids; of services and the like, without an id.
 * @param texts wherever a folder of a person may stand.
 * @param own the folder of whoever ran the program, where it is known.
 */
export function findPeople(
  owners: readonly Owner[],
  texts: readonly string[],
  own: string | undefined,
): People {
  const removed = new Set<Removed>()
  const numbers = numbersOf(owners, texts, own)
  const { numberOf } = numbers
  const user = (name: string) => `‹user ${numberOf(pathKey(name))}›`
  const names = numbers.names()
  const words = wholeWords(names.filter(isTellingName))
  const accounts = [
    accountsOf(
      owners.flatMap(({ account }) => domainOf(account ?? '')),
      names.filter(isEverydayWord),
    ),
    accountsOf(
      undefined,
      names.filter((name) => !isEverydayWord(name)),
    ),
  ].filter((pattern) => pattern !== undefined)
  const firstWords = new Set(
    names.flatMap((name) => (/\s/.test(name) ? [pathKey(name.split(/\s/, 1)[0] ?? '')] : [])),
  )
  const variables = variablesFor(own, texts)

  const noted = (kind: Removed, before: string, after: string): string => {
    if (before !== after) removed.add(kind)
    return after
  }
  const shaped = (text: string): string =>
    noted(
      'user-folders',
      text,
      shapeFolders(text, (name) => numberOf(pathKey(name)), firstWords),
    )
  const withVariables = (text: string): string => noted('user-folders', text, variables.into(text))
  const withoutAccounts = (text: string): string => {
    const made = accounts.reduce(
      (all, pattern) => all.replace(pattern, (_, name: string) => user(name)),
      text.replace(mailAddress, (whole, name: string) =>
        /[@.]apple\.com$/i.test(whole) ? whole : user(name),
      ),
    )
    return noted('accounts', text, made)
  }
  const withoutIds = (text: string): string =>
    noted(
      'security-ids',
      text,
      text.replace(personalId, (id) => `‹user ${numberOf(id.toUpperCase())}›`),
    )
  const withoutComputers = (text: string): string =>
    noted(
      'computers',
      text,
      text.replace(computer, (whole, before: string, name: string) =>
        standIn.test(name) || /^(?:localhost|127\.0\.0\.1)$/i.test(name)
          ? whole
          : `${before}‹computer›`,
      ),
    )
  const withoutNames = (text: string): string => {
    const made = text.replace(companyCloud, (name) => (standIn.test(name) ? name : '‹name›'))
    const inPath = (at: number, length: number) =>
      /[\\/]/.test(made[at - 1] ?? '') || /[\\/]/.test(made[at + length] ?? '')
    return noted(
      'names',
      text,
      words === undefined
        ? made
        : made.replace(words, (name, at: number) => {
            if (isProgramFile(made, at, name.length)) return name
            return inPath(at, name.length) ? asFolder(name, numberOf(pathKey(name))) : user(name)
          }),
    )
  }
  const rest = (text: string): string =>
    withoutNames(withoutComputers(withoutIds(withoutAccounts(text))))
  const kept = new Map<string, string>()
  const text = (given: string): string => {
    const before = kept.get(given)
    if (before !== undefined) return before
    const made = rest(shaped(withVariables(given)))
    kept.set(given, made)
    return made
  }
  const keepsProgram = (whole: string, made: string) =>
    [programOfCommand, startedBy].every((read) => {
      const [program, same] = [read(whole), read(made)]
      return program === null ? same === null : same === text(program)
    })

  return {
    text,
    command: (whole) => {
      const made = text(whole)
      return keepsProgram(whole, made) ? made : rest(shaped(whole))
    },
    account: (account) => {
      if (!isPersonalAccount(account)) return account
      removed.add('accounts')
      return user(nameOf(account))
    },
    securityId: (id, account) => {
      if (!isPersonalId(id)) return id
      removed.add('security-ids')
      return `‹user ${numbers.ofId(id, account)}›`
    },
    note: (kind) => removed.add(kind),
    variables: variables.areUsed ? { USERPROFILE: '%USERPROFILE%', PUBLIC: '%PUBLIC%' } : {},
    removed: () => removedKinds.filter((kind) => removed.has(kind)),
  }
}

/** A number for each person, in the order in which they are met. */
function numbersOf(owners: readonly Owner[], texts: readonly string[], own: string | undefined) {
  const numbers = new Map<string, number>()
  let people = 0
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? (people += 1)
    numbers.set(key, number)
    return number
  }
  const ownName = own === undefined ? undefined : nameInFolder(own)
  if (ownName !== undefined) numberOf(pathKey(ownName))
  for (const { securityId, account } of owners) {
    const number = numberOf(
      account === null ? (securityId ?? '').toUpperCase() : pathKey(nameOf(account)),
    )
    if (securityId !== null) numbers.set(securityId.toUpperCase(), number)
  }
  for (const text of texts) for (const name of peopleIn(text)) numberOf(pathKey(name))
  return {
    numberOf,
    ofId: (id: string, account: string | null) =>
      numbers.get(id.toUpperCase()) ??
      numberOf(account === null ? id.toUpperCase() : pathKey(nameOf(account))),
    names: () =>
      [...numbers.keys()].filter(
        (name) => name !== '' && !name.startsWith('S-1-') && !/~\d/.test(name),
      ),
  }
}

/** `DOMAIN\name`, `name@domain` and a bare name. */
function nameOf(account: string): string {
  const name = account.split('\\').at(-1) ?? account
  const [first = ''] = name.split('@', 1)
  return first === '' ? name : first
}
