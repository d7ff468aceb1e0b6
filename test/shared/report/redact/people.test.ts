/** Whose name is taken out of what, which variable stands for whose folder, and what is said to have been taken out? */
import { describe, expect, test } from 'vitest'
import {
  findPeople,
  isPersonalAccount,
  isPersonalId,
} from '../../../../shared/report/redact/people.ts'

const id = (number: number) => `S-1-5-21-1-2-3-${String(number)}`
const owner = (account: string | null, securityId: string | null = null) => ({
  ...{ account, securityId },
})
const users = 'C:\\Users'

describe('the variable that stands for a folder', () => {
  test('is of whoever ran the program, on that drive alone', () => {
    const people = findPeople([], ['C:\\Users\\Bo\\x'], 'D:\\Users\\Anna')
    expect(people.text('D:\\Users\\Anna\\x.exe')).toBe('%USERPROFILE%\\x.exe')
    expect(people.text('d:\\users\\ANNA\\x.exe')).toBe('%USERPROFILE%\\x.exe')
    expect(people.text('C:\\Users\\Anna\\x.exe')).toBe('C:\\Users\\‹user-1›\\x.exe')
    expect(people.text('D:\\Users\\Public\\x.exe')).toBe('%PUBLIC%\\x.exe')
    expect(people.variables).toEqual({ USERPROFILE: '%USERPROFILE%', PUBLIC: '%PUBLIC%' })
    expect(people.removed()).toEqual(['user-folders'])
  })

  test('is, where nobody knows who ran it, of the first that is met, whose name is not cut or everybody’s', () => {
    const texts = [
      `${users}\\Public\\x`,
      `${users}\\ANNA~1\\x`,
      `${users}\\Bo\\x`,
      `${users}\\Cy\\x`,
    ]
    const people = findPeople([], texts, undefined)
    expect(people.text(`${users}\\Bo\\x`)).toBe('%USERPROFILE%\\x')
    expect(people.text(`${users}\\Cy\\x`)).toMatch(/^C:\\Users\\‹user-\d›\\x$/)
    expect(people.text(`${users}\\Public\\x`)).toBe('%PUBLIC%\\x')
  })

  test('is nobody’s where an entry is written with it and nobody knows whose it is', () => {
    for (const variable of ['%USERPROFILE%', '%public%']) {
      const people = findPeople([], [`${variable}\\x`, `${users}\\Bo\\x`], undefined)
      expect(people.text(`${users}\\Bo\\x`)).toBe('C:\\Users\\‹user-1›\\x')
      expect(people.text(`${users}\\Public\\x`)).not.toContain('%')
      expect(people.variables).toEqual({})
    }
    expect(findPeople([], ['%USERPROFILE%\\x'], `${users}\\Bo`).text(`${users}\\Bo\\x`)).toBe(
      '%USERPROFILE%\\x',
    )
  })

  test('does not stand where the path leads out of the folder again', () => {
    const people = findPeople([], [], `${users}\\Anna`)
    expect(people.text(`${users}\\Anna\\a\\..\\x`)).toBe('%USERPROFILE%\\a\\..\\x')
    expect(people.text(`${users}\\Anna\\.\\x`)).toBe('%USERPROFILE%\\.\\x')
    for (const rest of ['..\\Bo\\x', 'a\\..\\..\\x', '.\\..\\x']) {
      expect(people.text(`${users}\\Anna\\${rest}`)).toBe(`C:\\Users\\‹user-1›\\${rest}`)
    }
    expect(people.text(`"${users}\\Anna\\x" "..\\y"`)).toBe('"%USERPROFILE%\\x" "..\\y"')
  })

  test('stands for a folder that lies elsewhere, and never for a whole drive', () => {
    const moved = findPeople([], [], 'E:\\People\\Anna Berg')
    expect(moved.text('E:\\People\\Anna Berg\\x')).toBe('%USERPROFILE%\\x')
    expect(moved.text('e:/people/anna berg/x')).toBe('%USERPROFILE%/x')
    expect(moved.text('E:\\People\\Anna Berger\\x')).toBe('E:\\People\\Anna Berger\\x')
    expect(moved.text('E:\\People\\Anna Berg')).toBe('%USERPROFILE%')
    expect(moved.text('E:\\People\\Anna Berg\\..\\x')).not.toContain('%')
    expect(findPeople([], [], 'E:\\').text('E:\\x')).toBe('E:\\x')
    expect(findPeople([], [], '\\\\srv\\home$\\Anna').text('E:\\x')).toBe('E:\\x')
  })
})

describe('whose folder', () => {
  const people = findPeople([], [], undefined)

  test.each([
    ...['Default', 'All Users', 'default user', 'DefaultUser0', '.', '..', '%USERNAME%'],
    ...['‹user 1›', 'USER~1', '‹user'],
  ])('%s is nobody’s', (name) => {
    expect(people.text(`C:\\Users\\${name}\\x`)).toBe(`C:\\Users\\${name}\\x`)
    expect(people.removed()).toEqual([])
  })

  test.each([
    ...['Documents and Settings', 'DOCUME~1', 'Profiles', 'Benutzer', 'home', 'home$', 'homes'],
    ...['homes$', 'profiles$', 'users$', 'RedirectedFolders', 'USERS'],
  ])('one below %s is somebody’s', (root) => {
    const made = findPeople([], [], undefined).text(`\\x\\${root}\\Anna\\y`)
    expect(made).toBe(`\\x\\${root}\\‹user-1›\\y`)
  })

  test('a short name keeps its shape, and a name with a blank its blank', () => {
    const two = findPeople([], ['Z:\\Users\\Bo Ek\\x'], undefined)
    expect(two.text('Y:\\Users\\ANNA~1\\x')).toBe('Y:\\Users\\USER~2\\x')
    expect(two.text('Y:\\Users\\ANNA~12.COR\\x')).toBe('Y:\\Users\\USER~3\\x')
    expect(two.text('Y:\\Users\\Bo Ek\\x')).toBe('Y:\\Users\\‹user 1›\\x')
    expect(two.text('Y:\\Users\\Anna\\x')).toMatch(/‹user-4›/)
  })
})

describe('one number for each person', () => {
  test('by account, id and folder', () => {
    const people = findPeople(
      [owner('CORP\\anna', id(1)), owner('bo@corp.example', id(2)), owner(null, id(3))],
      ['X:\\Users\\Anna\\x', 'X:\\Users\\Cy\\x'],
      undefined,
    )
    expect(people.account('CORP\\anna')).toBe('‹user 1›')
    expect(people.account('OTHER\\ANNA')).toBe('‹user 1›')
    expect(people.account('bo')).toBe('‹user 2›')
    expect(people.securityId(id(1), null)).toBe('‹user 1›')
    expect(people.securityId(id(2), 'whoever')).toBe('‹user 2›')
    expect(people.securityId(id(3), null)).toBe('‹user 3›')
    expect(people.securityId(id(9), 'CORP\\Cy')).toBe('‹user 4›')
    expect(people.securityId(id(10), null)).toBe('‹user 5›')
    expect(people.securityId(id(10), null)).toBe('‹user 5›')
    expect(people.securityId('S-1-5-18', 'SYSTEM')).toBe('S-1-5-18')
    expect(people.text(`of ${id(2)} and ${id(77)}`)).toBe('of ‹user 2› and ‹user 6›')
    expect(people.removed()).toEqual(['accounts', 'security-ids'])
  })

  test('whoever ran the program is the first', () => {
    const people = findPeople([owner('CORP\\bo', id(2))], [], `${users}\\Anna`)
    expect(people.account('CORP\\bo')).toBe('‹user 2›')
    expect(people.account('anna')).toBe('‹user 1›')
  })
})

describe('within what somebody wrote', () => {
  const people = findPeople(
    [owner('CORP\\Anna Berg', id(1)), owner('CORP\\Service', id(2)), owner('PC\\Bo', id(3))],
    [],
    undefined,
  )
  test.each([
    ['Signed for Anna Berg.', 'Signed for ‹user 1›.'],
    ['ANNA BERG, Bergen', '‹user 1›, Bergen'],
    ['Hanna Bergen', 'Hanna Bergen'],
    ['Anna Berg.exe runs', 'Anna Berg.exe runs'],
    ['Anna Berg.dll and Anna Berg.', 'Anna Berg.dll and ‹user 1›.'],
    // Short names and everyday words are names as an account alone.
    ['Bo and Service', 'Bo and Service'],
    ['by CORP\\Service and PC\\Bo', 'by ‹user 2› and ‹user 3›'],
    ['HKLM\\SYSTEM\\Service', 'HKLM\\SYSTEM\\Service'],
    ['C:\\Program Files\\Anna Berg\\x', 'C:\\Program Files\\‹user 1›\\x'],
    ['C:\\Windows\\Anna Berg\\x', 'C:\\Windows\\‹user 1›\\x'],
    ['%ProgramFiles%\\Anna Berg', '%ProgramFiles%\\‹user 1›'],
    ['D:\\Anna Berg\\Anna Berg.exe', 'D:\\‹user 1›\\Anna Berg.exe'],
    ['D:\\Anna Berg\\x', 'D:\\‹user 1›\\x'],
    ['write to x.y@corp.example now', 'write to ‹user 4› now'],
    ['support@apple.com, x@id.apple.com', 'support@apple.com, x@id.apple.com'],
    ['\\\\srv01\\share\\x', '\\\\‹computer›\\share\\x'],
    ['\\\\localhost\\c$ \\\\127.0.0.1\\c$', '\\\\localhost\\c$ \\\\127.0.0.1\\c$'],
    ['\\\\?\\C:\\x and \\\\.\\pipe\\x', '\\\\?\\C:\\x and \\\\.\\pipe\\x'],
    ['S-1-12-1-7-8-9-10', /^‹user \d›$/],
    ['S-1-5-18 S-1-5-32-544', 'S-1-5-18 S-1-5-32-544'],
  ])('%s', (text, made) => {
    if (typeof made === 'string') expect(people.text(text)).toBe(made)
    else expect(people.text(text)).toMatch(made)
    expect(people.text(people.text(text))).toBe(people.text(text))
  })

  test('everything that was taken out is said, in the order of the list, and what somebody notes', () => {
    const all = findPeople([owner('CORP\\Anna Berg', id(1))], [], undefined)
    expect(all.removed()).toEqual([])
    all.note('start-times')
    all.text('Anna Berg')
    expect(all.removed()).toEqual(['names', 'start-times'])
    all.text('\\\\srv01\\x')
    all.text(id(4))
    all.text('CORP\\Anna Berg')
    all.text('X:\\Users\\Cy\\x')
    expect(all.removed().join(' ')).toBe(
      'user-folders accounts security-ids names start-times computers',
    )
  })
})

test('accounts and ids of Windows are nobody’s', () => {
  const own = ['', 'LocalSystem', 'SYSTEM', 'NT AUTHORITY\\x', 'NT-AUTORITÄT\\x', 'Builtin\\x']
  const more = ['Window Manager\\DWM-1', 'Font Driver Host\\UMFD-0', 'IIS APPPOOL\\x', '‹user 1›']
  for (const account of [...own, ...more]) expect(isPersonalAccount(account), account).toBe(false)
  for (const account of ['CORP\\x', 'x', 'localsystem2', 'PC\\system32']) {
    expect(isPersonalAccount(account), account).toBe(true)
  }
  expect(['S-1-5-21-1', 'S-1-12-1-1', 'S-1-5-18', 'xS-1-5-21-1'].map(isPersonalId)).toEqual([
    ...[true, true, false, false],
  ])
})
