import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { errorNumber, readErrors } from '../../../shared/catalogue/errors.ts'
import { findErrors } from '../../../shared/connections/find-errors.ts'
import { yardsticksOf } from '../../fixtures/yardstick.ts'

const ids = (text: string) => findErrors(text).matches.map(({ row }) => row.id)

describe('Ways of writing a number', () => {
  it.each([
    ['3194', ['signing-refused']],
    ['3194エラー', ['signing-refused']],
    ['error 3004', ['server-busy']],
    ['(-50)', ['minus-50']],
    ['−50', ['minus-50']],
    ['error: –50.', ['minus-50']],
    ['0xe8000065', ['device-connect']],
    ['E8000065', ['device-connect']],
    ['oxE8000065', ['device-connect']],
    ['OXE8OOOO65', ['device-connect']],
    ['0x E8000065', ['device-connect']],
    ['0xE80000065', ['device-connect']],
    ['0xE800065', ['device-connect']],
    ['(0xE8000012).', ['not-secure']],
    ['-402653083', ['device-connect']],
    ['(-402636802)', ['device-family']],
    ['3892314213', ['device-connect']],
    ['fel 1013', ['signing-blocked']],
    ['iTunes error 4013.', ['link-lost']],
    ['Fehler3194', ['signing-refused']],
    ['error-3194', ['signing-refused']],
    ['error#9006', ['download-stopped']],
    ['Fehler Nr. 9006', ['download-stopped']],
    ['code d’erreur : 9006', ['download-stopped']],
    ['código de error 9006', ['download-stopped']],
    ['felkod: 9006', ['download-stopped']],
    ['エラー3194', ['signing-refused']],
    ['错误 3194', ['signing-refused']],
    ['75エラー', ['restore-small']],
    ['4013-Fehler', ['link-lost']],
    ['４０１３', ['link-lost']],
    ['9 (unknown)', ['link-lost']],
    ['iTunes 3194', ['signing-refused']],
    ['iPhone 17 error 3194', ['signing-refused']],
    ['error 3194 on iTunes 12', ['signing-refused']],
    ['iOS 17.1 error 40', ['security-software']],
    ['The iPhone “Anna’s iPhone” could not be restored. An unknown error occurred (3014).', ['no-complete-answer']], // prettier-ignore
    ['Det gick inte att återställa iPhone 17. Ett okänt fel (21) uppstod.', ['security-software']],
    ['Es ist ein unbekannter Fehler aufgetreten (0xE800000A).', ['no-permission']],
    ['Une erreur inconnue s’est produite (0xE8000012).', ['not-secure']],
    ['Windows-Fehler 126', ['windows-library']],
    ['erreur Windows 193', ['windows-library']],
    ['-2147023293', ['msi-fatal']],
    ['0x80070643', ['msi-fatal']],
    ['0x80070005', ['windows-denied']],
  ])('%j is read', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it.each([
    ['3194,3004', ['signing-refused', 'server-busy']],
    ['errors 9, 14', ['link-lost', 'low-storage']],
    ['1015 oder 9006', ['downgrade', 'download-stopped']],
    ['126/193', ['windows-library']],
    ['4013 et 4014', ['link-lost']],
    ['1600-1604', ['usb-link']],
    ['error 35,126', ['device-part', 'windows-library']],
  ])('%j is a list', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it.each([
    ['error 4,013', '4013'],
    ['Fehler 13.010', '13010'],
  ])('%j is one number', (text, code) => {
    expect(findErrors(text).matches[0]?.codes).toEqual([code])
  })
})

describe('Numbers that are none of an error', () => {
  it.each([
    '29 items could not be synced. See iTunes for more information.',
    '29 objekt kunde inte synkroniseras.',
    '29 Objekte konnten nicht synchronisiert werden.',
    '29 éléments n’ont pas pu être synchronisés.',
    '29 elementos no se han podido sincronizar.',
    '同期できなかった項目が29個あります',
    'It stopped with 17 minutes left',
    'Es bleiben noch 17 Minuten',
    'Det är 17 minuter kvar',
    'Il reste 17 minutes',
    'Quedan 17 minutos',
    '40 GB free',
    '40 Go libres',
    'restore stops at 29 %',
    'error after 17 minutes',
    'fel efter 3 försök',
    '3 fel hittades',
    '305 errors',
    'error 1 of 5',
    'I have 3004 photos',
    'iPhone 14',
    'iPhone 14 Pro Max',
    'iPhone14,2',
    'iOS 17.2',
    'iOS 17',
    'Windows 10',
    'Windows 11 23H2 (22631)',
    'iTunes 12.10.1',
    'iTunes 12',
    'port 443',
    'Port 27015 is taken',
    '127.0.0.1:9006',
    '2024-11-04',
    '17/10/2020',
    'at 12:20',
    'copyright 2009',
    'It has worked since 2009',
    'HT201999',
    'KB5034441',
    '4th',
    '0',
    '-0',
    'error',
    '',
    '0x12',
    '99999999999999999999',
  ])('%j', (text) => {
    expect(findErrors(text)).toEqual({ matches: [], unknown: [] })
  })
})

describe('Meanings', () => {
  it('are two where a number has two, the one that the text is about first', () => {
    expect(ids('1603')).toEqual(['usb-link', 'msi-fatal'])
    expect(ids('iTunes installer: error 1603')).toEqual(['msi-fatal', 'usb-link'])
    expect(ids('could not be restored (1603)')).toEqual(['usb-link', 'msi-fatal'])
    expect(ids('error 2')).toEqual(['security-check', 'app-support', 'windows-file-missing'])
    expect(ids('System error 53 has occurred')).toEqual(['windows-small'])
    expect(ids('error 53')).toEqual(['touch-id'])
  })

  it('are the family where no row names the number, and then never nothing', () => {
    for (const code of [
      ...['75', '1388', '2004', '3123', '4010', '8012', '9321', '5105', '11222', '13014'],
      ...['-42110', '-45061', '-3221', '-9838', '-108', '0xE80000FA', '0x8024402C', '0x80073D02'],
    ]) {
      expect(ids(`error ${code}`), code).not.toEqual([])
    }
  })

  it('are found by the words of a message, in five languages', () => {
    for (const [text, id] of [
      ['dnssd.dll was not found', 'bonjour-missing'],
      ['MSVCR80.dll is missing from your computer', 'old-runtime'],
      ['Runtime Error! R6034', 'old-runtime'],
      ['Apple Application Support was not found.', 'app-support'],
      ['Apple Application Support wurde nicht gefunden.', 'app-support'],
      ['Apple Application Support est introuvable.', 'app-support'],
      ['No se encontró Apple Application Support.', 'app-support'],
      ['Apple Application Support hittades inte.', 'app-support'],
      ['iTunesHelper was not installed correctly.', 'app-support'],
      ['iTunes wurde nicht richtig installiert.', 'app-support'],
      ['iTunes n’a pas été installé correctement.', 'app-support'],
      ['iTunes no se ha instalado correctamente.', 'app-support'],
      ['iTunes har inte installerats korrekt.', 'app-support'],
      ['Der Prozedureinsprungpunkt wurde nicht gefunden', 'mixed-versions'],
      ['This iPhone cannot be used because the required software is not installed.', 'required-software'], // prettier-ignore
      ['Das iPhone kann nicht verwendet werden, da die erforderliche Software nicht installiert ist.', 'required-software'], // prettier-ignore
      ['Impossible d’utiliser cet iPhone : le logiciel requis n’est pas installé.', 'required-software'], // prettier-ignore
      ['No se puede usar este iPhone porque el software necesario no está instalado.', 'required-software'], // prettier-ignore
      ['iPhone kan inte användas eftersom nödvändig programvara inte är installerad.', 'required-software'], // prettier-ignore
      ['because the Apple Mobile Device Service is not started', 'service-not-started'],
      ['weil Apple Mobile Device Service nicht gestartet ist', 'service-not-started'],
      ['car Apple Mobile Device Service n’est pas démarré', 'service-not-started'],
      ['porque Apple Mobile Device Service no se ha iniciado', 'service-not-started'],
      ['eftersom Apple Mobile Device Service inte startat', 'service-not-started'],
      ['iTunes could not back up the iPhone because the iPhone disconnected.', 'backup-session'],
      ['The older version of Bonjour cannot be removed.', 'msi-old-version'],
      ['Die ältere Version von Bonjour kann nicht entfernt werden.', 'msi-old-version'],
      ['iTunes could not connect to this iPhone. The value is missing.', 'unexpected-answer'],
      ['iTunes kunde inte ansluta eftersom ett ogiltigt svar togs emot från enheten.', 'unexpected-answer'], // prettier-ignore
      ['iTunes konnte keine Verbindung zum iTunes Store herstellen.', 'connection-timeout'],
    ] as const) {
      expect(ids(text), text).toContain(id)
    }
  })

  it('name the number as it was meant', () => {
    const first = (text: string) => findErrors(text).matches[0]
    expect(first('e8000015')).toMatchObject({ codes: ['0xE8000015'], fit: 'exact' })
    expect(first('0xE80000A')).toMatchObject({ codes: ['0xE800000A'], fit: 'mended' })
    expect(first('error 45054')).toMatchObject({ codes: ['45054'], fit: 'other-sign' })
    expect(first('-3194')).toMatchObject({ codes: ['-3194'], fit: 'other-sign' })
    expect(first('4013 and 4014')).toMatchObject({ codes: ['4013', '4014'], fit: 'exact' })
    expect(first('dnssd.dll was not found')).toMatchObject({ codes: [], fit: 'words' })
  })

  it('are not invented for a number that nobody explains', () => {
    expect(findErrors('error 987654')).toEqual({ matches: [], unknown: ['987654'] })
    expect(findErrors('error 101 and 0xC0000409').unknown).toEqual(['101', '0xC0000409'])
  })

  it('of a number somewhere in a longer text are marked as uncertain', () => {
    const text = 'my iphone restore stops every evening at the same place with 4013 since yesterday'
    expect(findErrors(text).matches[0]).toMatchObject({ codes: ['4013'], isCertain: false })
  })
})

test('every number of the table finds its own row, and before any family', () => {
  for (const row of readErrors()) {
    for (const code of row.codes) {
      for (const text of [code, `error ${code}`, `An unknown error occurred (${code}).`]) {
        const { matches } = findErrors(text)
        expect(matches, text).toContainEqual(expect.objectContaining({ row, fit: 'exact' }))
        expect(matches[0]?.fit, text).toBe('exact')
      }
    }
  }
})

test.each([
  ['3194', 3194],
  ['-50', 0xffffffce],
  ['0xE8000065', 0xe8000065],
  ['-402653083', 0xe8000065],
  ['4294967295', 0xffffffff],
  ['4294967296', undefined],
  ['-2147483649', undefined],
  ['', undefined],
  ['1e3', undefined],
  ['0b1', undefined],
  [' 1', undefined],
])('the code %j is the number %s', (code, expected) => {
  expect(errorNumber(code)).toBe(expected)
})

describe('Whatever is typed', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      ...['error ', '3194', '-', '0x', 'E8000065', '(', ')', '.', ' ', ',', '50', 'エラー'],
      ...['iTunes ', ' items', 'Windows ', 'install ', '9'.repeat(400), '0xE8', 'ß', 'é'],
    ),
  )
  const anything = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))

  it('gives at most eight rows, each once, each for a number or words that stand in it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { matches, unknown } = findErrors(text)
        expect(matches.length).toBeLessThanOrEqual(8)
        expect(unknown.length).toBeLessThanOrEqual(4)
        expect(new Set(matches.map(({ row }) => row)).size).toBe(matches.length)
        for (const { row, codes, fit } of matches) {
          expect(codes.length > 0).toBe(fit !== 'words')
          for (const code of codes) expect(errorNumber(code)).toBeDefined()
          if (fit === 'range') expect(row.ranges).toBeDefined()
        }
      }),
      { numRuns: 500 },
    )
  })

  it('finds any number of 3000 to 3999 in a row or its family, whatever words stand around it', () => {
    const words = fc.constantFrom('error', 'fel', 'code', 'okänt fel', 'unknown error', 'nummer')
    fc.assert(
      fc.property(fc.integer({ min: 3000, max: 3999 }), words, (number, word) => {
        expect(ids(`${word} (${String(number)}).`)).not.toEqual([])
      }),
    )
  })

  it('reads only the beginning of an endless text, and is quick about it', () => {
    expect(ids(`${'error 1 '.repeat(500_000)} error 3194`)).not.toContain('signing-refused')
    const endless = ['-', '1', '1,', '1 ', '(', '0x', 'e8', '0xE8000065 ', ':', 'error ', 'エラー']
    for (const piece of endless) {
      const text = `error 3194 ${piece.repeat(2_000_000 / piece.length)}`
      const took = yardsticksOf(() => findErrors(text), 1)
      expect(took, piece).toBeLessThan(40)
    }
  })
})
