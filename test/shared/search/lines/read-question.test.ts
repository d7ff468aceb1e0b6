import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuestion } from '../../../../shared/search/lines/read-question.ts'

const nameIn = (text: string) => {
  const { files, names } = readQuestion(text.trim())
  return files[0] ?? names[0] ?? ''
}

describe('the name is read out of', () => {
  test.each([
    ['a name', 'iTunesHelper.exe', 'iTunesHelper.exe'],
    ['a name without ending', 'distnoted', 'distnoted'],
    ['a name with blanks around it', '  \u00a0mDNSResponder.exe \n', 'mDNSResponder.exe'],
    ['a name with blanks in it', 'Adobe AIR Updater.exe', 'Adobe AIR Updater.exe'],
    ['a copy', 'iTunesHelper (2).exe', 'iTunesHelper (2).exe'],
    ['a question', 'What is iTunesHelper?', 'iTunesHelper'],
    ['a question in Swedish', 'Vad är SyncServer.exe?', 'SyncServer.exe'],
    ['a service', 'Bonjour Service', 'Bonjour Service'],
    ['a path', 'C:\\Program Files\\iTunes\\iTunesHelper.exe', 'iTunesHelper.exe'],
    ['a path with slashes', '/c/Program Files/iTunes/iTunes.exe', 'iTunes.exe'],
    ['a path on the network', '\\\\server\\share\\secd.exe', 'secd.exe'],
    ['a path with a variable', '%ProgramFiles%\\Bonjour\\mdnsNSP.dll', 'mdnsNSP.dll'],
    ['a path without ending', 'C:\\Windows\\System32\\drivers\\etc\\hosts', 'hosts'],
    ['a path as Windows copies it', '\u202aC:\\iTunes\\iTunes.exe', 'iTunes.exe'],
    ['a command line', '"C:\\Program Files\\QuickTime\\qttask.exe" -atboottime', 'qttask.exe'],
    ['a command line without quotes', 'C:\\Program Files\\a b\\qttask.exe /s x', 'qttask.exe'],
    ['a second ending', 'C:\\x\\iTunesHelper.exe.exe', 'iTunesHelper.exe.exe'],
    ['another ending', 'iTunesHelper.exe.scr', 'iTunesHelper.exe.scr'],
    ['netstat -b', ' [AppleMobileDeviceService.exe]', 'AppleMobileDeviceService.exe'],
    [
      'a row of Task Manager',
      'AppleMobileDeviceService.exe\t4312\tRunning\tSYSTEM\t00\t5,320 K\tx64',
      'AppleMobileDeviceService.exe',
    ],
    [
      'Task Manager’s first page',
      'Apple Mobile Device Service (32 bit)\t0%\t3.1 MB\t0 MB/s',
      'Apple Mobile Device Service',
    ],
    ['Task Manager in Swedish', 'iTunesHelper (32-bitars)', 'iTunesHelper'],
    ['several at once', 'iTunes (3)', 'iTunes'],
    [
      'a row of Autoruns',
      'iTunesHelper\tiTunesHelper\t(Verified) Apple Inc.\tc:\\program files\\itunes\\ituneshelper.exe',
      'ituneshelper.exe',
    ],
    [
      'a row of tasklist',
      'mDNSResponder.exe             3120 Services                   0      6,204 K',
      'mDNSResponder.exe',
    ],
    [
      'a row as the documentation has it',
      'AppleMobileDeviceService.exe   4312 Services   0   12,345 K',
      'AppleMobileDeviceService.exe',
    ],
    [
      'tasklist in Swedish',
      'iPodService.exe               1204 Services                   0      9 876 kB',
      'iPodService.exe',
    ],
    ['tasklist /svc', 'mDNSResponder.exe             3120 Bonjour Service', 'mDNSResponder.exe'],
    [
      'tasklist /fo csv',
      '"mDNSResponder.exe","3120","Services","0","6,204 K"',
      'mDNSResponder.exe',
    ],
    ['wmic', 'AppleMobileDeviceService.exe  4312', 'AppleMobileDeviceService.exe'],
    ['wmic /format:csv', 'PC1,mDNSResponder.exe,3120', 'mDNSResponder.exe'],
    ['wmic /format:list', 'Name=mDNSResponder.exe', 'mDNSResponder.exe'],
    [
      'Get-Process',
      '    278      18     6340      14552       0.42   4312   0 AppleMobileDeviceService',
      'AppleMobileDeviceService',
    ],
    ['Get-Process | fl', 'ProcessName : mDNSResponder', 'mDNSResponder'],
    ['Get-Service', 'Running  Bonjour Service    Bonjour Service', 'Bonjour Service'],
    [
      'Get-Service, cut off',
      'Running  Apple Mobile De... Apple Mobile Device Service',
      'Apple Mobile Device Service',
    ],
    ['sc query', 'SERVICE_NAME: Bonjour Service', 'Bonjour Service'],
    [
      'sc qc',
      'BINARY_PATH_NAME   : "C:\\Program Files\\Bonjour\\mDNSResponder.exe"',
      'mDNSResponder.exe',
    ],
    [
      'reg query',
      '    iTunesHelper    REG_SZ    "C:\\Program Files\\iTunes\\iTunesHelper.exe"',
      'iTunesHelper.exe',
    ],
    [
      'the event log',
      'Faulting application name: distnoted.exe, version: 1.750.441.0, time stamp: 0x4d4',
      'distnoted.exe',
    ],
    [
      'the event log in German',
      'Name der fehlerhaften Anwendung: distnoted.exe, Version: 1.750.441.0',
      'distnoted.exe',
    ],
    ['a sentence', 'The process iTunesHelper.exe was terminated by the user.', 'iTunesHelper.exe'],
    ['a sentence in quotes', 'Windows cannot find „SyncServer.exe“.', 'SyncServer.exe'],
    ['nothing', '', ''],
    ['blanks', ' \t\r\n ', ''],
  ])('%s', (_what, text, name) => {
    expect(nameIn(text)).toBe(name)
  })
})

test('a name that tasklist has cut off at 25 letters is said to be cut off', () => {
  const row = 'AppleMobileDeviceService.     4312 Services                   0     12,345 K'
  expect(readQuestion(row)).toMatchObject({ names: ['AppleMobileDeviceService.'], isCut: true })
  const whole = 'mDNSResponder.exe             3120 Services                   0      6,204 K'
  expect(readQuestion(whole).isCut).toBe(false)
})

test.each([
  ['secd', 'name'],
  ['Hello world.', 'name'],
  ['Hello wide world.', 'sentence'],
  ['Hello wide world...', 'name'],
  ['one two three four five six', 'name'],
  ['one two three four five six seven', 'sentence'],
  ['29 items were there', 'sentence'],
  ['Bonjour is here', 'sentence'],
  ['svchost.exe\t12', 'row'],
  ['x'.repeat(200), 'name'],
  [`${'x'.repeat(100)} ${'y'.repeat(100)}`, 'sentence'],
])('%j is a %s', (text, shape) => {
  expect(readQuestion(text).shape).toBe(shape)
})

test('signs that cannot be seen stay in the name: they are what is asked about', () => {
  expect(nameIn('iTunes\u200bHelper.exe')).toBe('iTunes\u200bHelper.exe')
  expect(nameIn('iTunesHelper\u202eexe.')).toBe('iTunesHelper\u202eexe.')
  expect(nameIn('C:\\x\\iTunesHelper.exe\u200b')).toBe('iTunesHelper.exe\u200b')
})

const bit = fc.constantFrom(
  '.exe',
  '"',
  '\\',
  '/',
  '\t',
  '\n',
  ' ',
  ', ',
  ': ',
  'C:',
  '[',
  '(',
  ')',
  '=',
  '","',
  '====',
  'REG_SZ',
  'Name',
  '\u202e',
  '\u200b',
  '\ud800',
  '\0',
  '(32 bit)',
  'K',
  '4312',
  'The ',
  ' service ',
)
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.oneof(bit, fc.string({ maxLength: 6 })), { maxLength: 60 })
    .map((bits) => bits.join('')),
)

test('no text makes it throw, and no name is longer than 260 characters', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { files, names } = readQuestion(text.slice(0, 2_000))
      for (const one of [...files, ...names]) expect(one.length).toBeLessThanOrEqual(260)
      expect(names).not.toContain('')
    }),
    { numRuns: 2_000 },
  )
})
