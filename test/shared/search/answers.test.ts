/** The whole answer to each of many lines that people type or paste; and what a block of them comes to. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import type { LineAnswer } from '../../../shared/catalogue/what-is.ts'
import { lineVerdict, worstLinesFirst } from '../../../shared/search/line-verdict.ts'
import { createTriage } from '../../../shared/search/triage.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import answers from '../../fixtures/answers.json' with { type: 'json' }
import { listed, listing } from '../../fixtures/listed.ts'

const en = wordsIn('en')
const whatIs = createWhatIs(readCatalogue(), supportedLanguages.map(wordsIn))
const running = listing([
  ...[listed(4312, 'AppleMobileDeviceService.exe'), listed(7, 'svchost.exe'), listed(8, 'ATH.exe')],
  ...[listed(9, 'iTunesHelper.exe'), listed(10, 'iTunesHelperTwo.exe'), listed(11, 'evil.exe')],
])
const ask = (text: string) => whatIs(text, en, running)

beforeAll(() => readyToCompare(['é']))

/** What somebody is told of a line, without what is empty. */
function told(answer: LineAnswer): object {
  const { name, suggestions, lookAlike, errors, running: found } = answer
  const id = answer.entryId ?? answer.otherId
  return {
    is: lineVerdict(answer),
    ...(name !== '' && { name }),
    ...(id !== null && { id, by: answer.namedBy }),
    ...(suggestions.length > 0 && {
      like: suggestions.map(({ entryId, why }) => `${entryId}: ${why}`),
    }),
    ...(lookAlike !== null && { resembles: `${lookAlike.resembles}: ${lookAlike.why}` }),
    ...(errors.length > 0 && { errors: errors.map(({ row }) => row.id) }),
    ...(found !== null && found.length > 0 && { pids: found.map(({ pid }) => pid) }),
  }
}

test.each(answers)('$text', ({ text, ...expected }) => {
  expect(told(ask(text))).toEqual(expected)
})

describe('a block of lines', () => {
  const namesIn = (text: string) => ask(text).lines.map(({ name }) => name)

  test('has one answer a line, and none for headings, drawn lines and values', () => {
    const tasklist = [
      'Image Name                     PID Session Name        Session#    Mem Usage',
      '========================= ======== ================ =========== ============',
      'svchost.exe                   1204 Services                   0      9,712 K',
      'mDNSResponder.exe             3120 Services                   0      6,204 K',
    ].join('\r\n')
    expect(namesIn(tasklist)).toEqual(['svchost.exe', 'mDNSResponder.exe'])
    expect(ask(tasklist)).toMatchObject({ entryId: 'mdnsresponder', leftOut: 0 })
    // A field of one line makes blanks of the line breaks.
    expect(namesIn(tasklist.replaceAll('\r\n', ' '))).toEqual(['svchost.exe', 'mDNSResponder.exe'])
  })

  test('of Get-Service or sc that a field has joined is taken apart again', () => {
    const services =
      'Status   Name               DisplayName ------   ----               ----------- ' +
      'Running  Bonjour Service    Bonjour Service Stopped  iPod Service       iPod Service'
    expect(ask(services).lines.map(({ entryId }) => entryId)).toEqual([
      'mdnsresponder',
      'ipod-service',
    ])
    const sc = 'SERVICE_NAME: iPod Service TYPE : 10 WIN32_OWN_PROCESS STATE : 1 STOPPED'
    expect(namesIn(sc)).toEqual(['iPod Service'])
    expect(namesIn('Id : 4332 Handles : 226 Name : distnoted')).toEqual(['distnoted'])
  })

  test('of values about one program is one answer', () => {
    const list = [
      'Name        : Bonjour Service',
      'DisplayName : Bonjour-Dienst',
      'PathName    : C:\\Program Files\\Bonjour\\mDNSResponder.exe',
    ].join('\n')
    expect(namesIn(list)).toEqual(['Bonjour Service'])
    expect(namesIn('mDNSResponder.exe\nmDNSResponder.exe')).toHaveLength(2)
    expect(namesIn('Name: secd.exe\nName: distnoted.exe')).toHaveLength(2)
  })

  test('of netstat -b goes by the names below the rows, and without them by the ports', () => {
    const row = '  TCP    127.0.0.1:27015        0.0.0.0:0              LISTENING       4312'
    expect(ask(row)).toMatchObject({ entryId: 'apple-mobile-device-service', namedBy: 'port' })
    expect(namesIn(`${row}\n [svchost.exe]`)).toEqual(['svchost.exe'])
    // What is named by its port comes after what is named by its name.
    expect(ask(`${row}\niTunes.exe`).entryId).toBe('itunes')
  })

  test('puts on top what deceives, then what is ours, errors, likenesses, and the rest', () => {
    const worst = ['hello world', 'svchost.exe', 'iTunesHelpr.exe', 'error 3194', 'iTunes.exe']
    expect(told(ask([...worst, 'iTunesHeIper.exe'].join('\n')))).toMatchObject({ is: 'look-alike' })
    for (const [at, is] of [
      [5, 'apple-name'],
      [4, 'error'],
      [3, 'similar'],
      [2, 'other'],
    ] as const) {
      expect(told(ask(worst.slice(0, at).join('\n')))).toMatchObject({ is })
    }
    expect(ask('nothing.exe\nsvchost.exe').name).toBe('svchost.exe')
    expect(ask('svchost.exe\nmdnsNSP.dll').name).toBe('mdnsNSP.dll')
    expect(ask('nothing of this is anything\nnothing.exe').name).toBe('nothing.exe')
    expect(ask('it is not of this\nhow do I stop itunes?').suggestions).toHaveLength(1)
  })

  test('lists what deceives or is similar before the others, which keep their order', () => {
    const block = 'b.exe\niTunesHelpr.exe\nsecd.exe\niTunesHeIper.exe\na.exe'
    expect(worstLinesFirst(ask(block).lines).map(({ name }) => name)).toEqual([
      ...['iTunesHeIper.exe', 'iTunesHelpr.exe', 'b.exe', 'secd.exe', 'a.exe'],
    ])
  })

  test('of more than twenty lines is not searched for likenesses of words', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'visualiser').join('\n')
    expect(ask(lines(20)).lines[0]?.suggestions).not.toEqual([])
    expect(ask(lines(21)).lines.flatMap(({ suggestions }) => suggestions)).toEqual([])
    // What deceives is told in a list of any length.
    expect(ask(`${lines(30)}\niTunesHeIper.exe`).lookAlike).not.toBeNull()
  })

  test('is read to its 500th line and its 200,000th letter, and the rest is counted', () => {
    const many = Array.from({ length: 503 }, (_, at) => `p${String(at)}.exe`).join('\n')
    expect(ask(many)).toMatchObject({ leftOut: 3 })
    expect(ask(many).lines).toHaveLength(500)
    const long = `${'x'.repeat(1_000)}.exe\n`.repeat(250)
    expect(ask(long).lines.length + ask(long).leftOut).toBe(250)
    expect(ask(long).leftOut).toBeGreaterThan(40)
  })

  test('a line of thousands of letters is read in pieces, and no name in it is lost', () => {
    const filler = 'word '.repeat(500)
    expect(ask(`${filler}mDNSResponder.exe ${filler}`).entryId).toBe('mdnsresponder')
    for (const text of [`secd.exe ${filler}${filler}`, 'x'.repeat(5_000)]) {
      for (const { line } of ask(text).lines) expect(line.length).toBeLessThanOrEqual(2_000)
    }
  })

  test('without anything that is understood says so of its first line', () => {
    expect(ask('====\n----')).toMatchObject({ isUnderstood: false, line: '====', running: null })
    expect(ask('====\n----').lines).toHaveLength(1)
  })
})

describe('a pasted list knows', () => {
  const triage = createTriage(readCatalogue(), supportedLanguages.map(wordsIn))

  test.each([
    ['secd.exe', 'name', 'secd.exe'],
    ['distnoted', 'name', 'distnoted.exe'],
    ['C:\\x\\secd.exe', 'path', 'secd.exe'],
    ['\\\\nas\\x\\secd.exe', 'path', 'secd.exe'],
    ['%TEMP%\\secd.exe', 'path', 'secd.exe'],
    ['secd.exe (Verified) Apple Inc.', 'signer', 'secd.exe'],
    ['secd.exe (Not verified) Somebody', 'signer', 'secd.exe'],
    ['C:\\x\\secd.exe CN=Apple Inc., O=Apple Inc.', 'signer', 'secd.exe'],
    ['C:\\x\\secd.exe NotSigned', 'signer', 'secd.exe'],
    // A company is what the file says of itself.
    ['C:\\x\\svchost.exe (Microsoft Corporation)', 'path', 'svchost.exe'],
    ['C:\\x\\secd.exe (Apple Inc. -> Apple Inc.)', 'signer', 'secd.exe'],
    ['Apple Application Support', 'name', 'Apple Application Support'],
    ['mdnsNSP', 'name', 'mdnsNSP.dll'],
    ['nobody can read of what this is', 'name', null],
  ])('%j: %s', async (text, knows, imageName) => {
    const { rows, leftOut } = await triage(text, en)
    expect(rows.map((row) => [row.knows, row.imageName])).toEqual([[knows, imageName]])
    expect(leftOut).toBe(0)
  })
})
