import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { touchesApple } from '../../../shared/connections/apple-names.ts'
import { looksLikeShortAddress, readHostAddress } from '../../../shared/connections/host-address.ts'
import { parseHosts } from '../../../shared/connections/parse-hosts.ts'

/** One row for each name: line, address, name, state. */
const rows = (text: string) =>
  parseHosts(text).lines.flatMap(({ lineNumber, address, names }) =>
    names.map(({ name, state }) => [lineNumber, address, name, state].join(' ')),
  )

describe('A hosts file as Windows reads it', () => {
  it('is read without heed to blanks, tabs, case and dots at the end', () => {
    expect(rows('\t 127.0.0.1\t \tGS.Apple.COM.  # why\r\n')).toEqual([
      '1 127.0.0.1 gs.apple.com counts',
    ])
  })

  it.each([
    ['\n', 3],
    ['\r\n', 3],
    ['\r', 3],
    ['\n\r', 4],
  ])('counts lines that end with %j', (end, lineNumber) => {
    const text = ['# a', '', '1.2.3.4 gs.apple.com'].join(end)
    expect(rows(text)).toEqual([`${String(lineNumber)} 1.2.3.4 gs.apple.com counts`])
    expect(parseHosts(text).lineCount).toBe(lineNumber)
  })

  it('has the mark of a Unicode file taken off', () => {
    expect(rows('\ufeff127.0.0.1 gs.apple.com')).toEqual(['1 127.0.0.1 gs.apple.com counts'])
  })

  it('may have several names in a line, of which the first nine count', () => {
    const names = Array.from({ length: 11 }, (_, i) => `n${String(i + 1)}.apple.com`)
    const [line] = parseHosts(`0.0.0.0 ${names.join(' ')}`).lines
    expect(line?.nameCount).toBe(11)
    expect(line?.names.map(({ state }) => state)).toEqual([
      ...Array<string>(9).fill('counts'),
      'beyond-nine',
      'beyond-nine',
    ])
  })

  it('counts others’ names towards the nine', () => {
    const nine = Array.from({ length: 9 }, (_, i) => `ad${String(i)}.example`).join(' ')
    expect(rows(`0.0.0.0 ${nine} gs.apple.com`)).toEqual(['1 0.0.0.0 gs.apple.com beyond-nine'])
  })

  it('lets the first line for a name win, for IPv4 and IPv6 each', () => {
    const text = '127.0.0.1 gs.apple.com\n1.2.3.4 GS.apple.com.\n::1 gs.apple.com\n:: gs.apple.com'
    expect(rows(text)).toEqual([
      '1 127.0.0.1 gs.apple.com counts',
      '2 1.2.3.4 gs.apple.com earlier-line',
      '3 ::1 gs.apple.com counts',
      '4 :: gs.apple.com earlier-line',
    ])
    expect(parseHosts(text).lines[1]?.names[0]?.decidedByLine).toBe(1)
    expect(parseHosts(text).lines[3]?.names[0]?.decidedByLine).toBe(3)
  })

  it('lets no comment and no name beyond the ninth win', () => {
    const nine = Array.from({ length: 9 }, (_, i) => `x${String(i)}`).join(' ')
    const text = `#1.1.1.1 gs.apple.com\n2.2.2.2 ${nine} gs.apple.com\n3.3.3.3 gs.apple.com`
    expect(rows(text)).toEqual([
      '1 1.1.1.1 gs.apple.com comment',
      '2 2.2.2.2 gs.apple.com beyond-nine',
      '3 3.3.3.3 gs.apple.com counts',
    ])
  })

  it('shows lines that were switched off, but no sentence that only mentions Apple', () => {
    expect(rows(' ## 74.208.10.249 gs.apple.com # Cydia')).toEqual([
      '1 74.208.10.249 gs.apple.com comment',
    ])
    expect(rows('# sends gs.apple.com elsewhere')).toEqual([])
    expect(rows('1.2.3.4 example.org # gs.apple.com')).toEqual([])
    expect(rows('1.2.3.4 gs.apple.com#no blank')).toEqual(['1 1.2.3.4 gs.apple.com counts'])
  })

  it('says when a line does not begin with an address that is sure to be one', () => {
    const { lines, unreadableCount, entryCount } = parseHosts(
      '127.1 gs.apple.com\n0 gs.apple.com\nlocalhost gs.apple.com\n127.000.0.1 gs.apple.com\ngs.apple.com\n1.2.3.4 example.org',
    )
    expect(lines.map(({ unreadable }) => unreadable)).toEqual([
      'odd-number',
      'odd-number',
      'not-an-address',
      'odd-number',
    ])
    expect([unreadableCount, entryCount]).toEqual([5, 1])
  })

  it('counts entries of everybody, but not lines without names', () => {
    const { entryCount, lines } = parseHosts('1.2.3.4\n1.2.3.4 #x\n1.2.3.4 a\n::1 b c\n#1.1.1.1 d')
    expect([entryCount, lines]).toEqual([2, []])
  })
})

test.each([
  ['gs.apple.com', true],
  ['apple.com', true],
  ['APPLE.COM.', true],
  ['a.b.c.mzstatic.com', true],
  ['appldnld.apple.com.edgesuite.net', true],
  ['ocsp.digicert.com', true],
  ['crl3.digicert.com', true],
  ['www.ocsp.digicert.com', false],
  ['s3.amazonaws.com', false],
  ['updates.g.aaplimg.com', true],
  ['a.news.apple-dns.net', true],
  ['token.safebrowsing.apple', true],
  ['apple', false],
  ['home.com', false],
  ['notapple.com', false],
  ['pineapple.com', false],
  ['apple.com.example.org', false],
  ['apple.co', false],
  ['.apple.com', false],
  ['a..apple.com', false],
  ['gs\u202e.apple.com', false],
  ['gs.apple.com..', false],
  [`${'a.'.repeat(200)}apple.com`, false],
  ['', false],
  ['.', false],
])('the name %j is Apple’s: %s', (name, expected) => {
  expect(touchesApple(name)).toBe(expected)
})

test.each([
  ['127.0.0.1', 4, 'loopback'],
  ['127.255.1.2', 4, 'loopback'],
  ['0.0.0.0', 4, 'nowhere'],
  ['255.255.255.255', 4, 'nowhere'],
  ['10.1.2.3', 4, 'private'],
  ['172.16.0.1', 4, 'private'],
  ['172.32.0.1', 4, 'public'],
  ['192.168.1.1', 4, 'private'],
  ['169.254.1.1', 4, 'private'],
  ['17.171.36.30', 4, 'apple'],
  ['74.208.10.249', 4, 'public'],
  ['::1', 6, 'loopback'],
  ['::', 6, 'nowhere'],
  ['0:0:0:0:0:0:0:1', 6, 'loopback'],
  ['fe80::1%12', 6, 'private'],
  ['fe80::1%lo0', 6, 'private'],
  ['FD00::1', 6, 'private'],
  ['::ffff:127.0.0.1', 6, 'loopback'],
  ['::ffff:17.1.2.3', 6, 'apple'],
  ['2001:db8::1', 6, 'public'],
  ['2001:db8:1:2:3:4:5:6', 6, 'public'],
  ['ff02::1', 6, 'nowhere'],
  ['2620:149:a44::1', 6, 'apple'],
  ['2a01:b740:a42::5', 6, 'apple'],
  ['2620:14a::1', 6, 'public'],
])('the address %s is IPv%s and leads to: %s', (address, family, kind) => {
  expect(readHostAddress(address)).toEqual({ family, kind })
})

test.each([
  '127.1',
  '0',
  '256.1.1.1',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.4.',
  '01.2.3.4',
  '127.0.0.01',
  '0x7f.0.0.1',
  ':::',
  ':',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
  '12345::',
  '::1%',
  '::1%a%b',
  '::1.2.3',
  '1.2.3.4::',
  '[::1]',
  'gs.apple.com',
  '1'.repeat(1000),
  '',
])('%j is no address that is sure to be one', (text) => {
  expect(readHostAddress(text)).toBeUndefined()
})

test('short and padded forms are told from words', () => {
  const short = ['127.1', '0', '2130706433', '0x7f000001', '127.000.000.001', '1.2.3.4.']
  expect(short.filter((text) => !looksLikeShortAddress(text))).toEqual([])
  expect(['localhost', '', '1.2.3.4.5', 'a.1', '::1'].filter(looksLikeShortAddress)).toEqual([])
})

describe('Any file', () => {
  const address = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.constantFrom('127.0.0.1', '::1', '127.1', 'host', 'fe80::1%3', '1.2.3.256'),
  )
  const name = fc.oneof(
    fc.constantFrom('gs.apple.com', 'GS.APPLE.COM', 'mesu.apple.com.', 'example.org', 'apple.com'),
    fc.domain(),
    fc.string({ maxLength: 6 }),
  )
  const gap = fc.constantFrom(' ', '\t', '  ', '')
  const line = fc
    .tuple(
      gap,
      fc.constantFrom('', '', '#', '# '),
      address,
      fc.array(fc.tuple(gap, name), { maxLength: 12 }),
      gap,
    ) // prettier-ignore
    .map(
      ([a, mark, ip, names, b]) => a + mark + ip + names.map((n) => ' ' + n.join('')).join('') + b,
    )
  const end = fc.constantFrom('\n', '\r\n', '\r')
  const file = fc
    .array(fc.tuple(fc.oneof(line, line, fc.string({ unit: 'binary', maxLength: 30 })), end), {
      maxLength: 30,
    }) // prettier-ignore
    .map((lines) => lines.flat().join(''))

  /** The same rules, written the slow and simple way. */
  function slowRows(text: string): string[] {
    const decided = new Set<string>()
    return text.split(/\r\n|\r|\n/).flatMap((whole, index) => {
      const isComment = /^[ \t]*#/.test(whole)
      const body = whole.replace(/^[ \t#]*/, '').replace(/#.*$/s, '')
      const [ip = '', ...names] = body.split(/[ \t]+/).filter((word) => word !== '')
      const read = readHostAddress(ip)
      if (isComment && read === undefined) return []
      const seen = new Set<string>()
      return names.flatMap((raw, at) => {
        const plain = raw.toLowerCase().replace(/\.$/, '')
        if (!touchesApple(raw) || seen.has(plain)) return []
        seen.add(plain)
        const key = `${String(read?.family)} ${plain}`
        const state = isComment
          ? 'comment'
          : read === undefined
            ? 'unreadable'
            : at >= 9
              ? 'beyond-nine'
              : decided.has(key)
                ? 'earlier-line'
                : 'counts'
        if (state === 'counts') decided.add(key)
        return [[index + 1, ip.slice(0, 80), plain, state].join(' ')]
      })
    })
  }

  it('is read as by a parser that splits and compares', () => {
    fc.assert(
      fc.property(file, (text) => {
        const plain = text.replace(/^\ufeff/, '')
        expect(rows(plain)).toEqual(slowRows(plain))
      }),
      { numRuns: 1_000 },
    )
  })

  it('of a million lines keeps those that act, some that do not, and says how many it left out', () => {
    const text = '0.0.0.0 ads.example\n1.2.3.4 a.apple.com\n'.repeat(500_000)
    const { lines, omittedLineCount, entryCount, lineCount } = parseHosts(text)
    expect([lines.length, omittedLineCount]).toEqual([201, 499_799])
    expect([entryCount, lineCount]).toEqual([1_000_000, 1_000_000])
  })

  it('full of comments still leaves room for what counts', () => {
    const text = '#1.2.3.4 a.apple.com\n'.repeat(5_000) + '1.2.3.4 gs.apple.com'
    const { lines, omittedLineCount } = parseHosts(text)
    expect([lines.length, omittedLineCount]).toEqual([101, 4_900])
    expect(lines.at(-1)?.names[0]).toMatchObject({ name: 'gs.apple.com', state: 'counts' })
  })

  it('with an endless line, of one word or of many, is read within bounds', () => {
    expect(parseHosts('1'.repeat(5_000_000)).lines).toEqual([])
    const [word] = parseHosts(`${'9'.repeat(5_000_000)} gs.apple.com`).lines
    expect(word?.address.length).toBe(80)
    const [many] = parseHosts(`1.2.3.4${' x.apple.com y.apple.com'.repeat(200_000)}`).lines
    expect(many?.nameCount).toBe(400_000)
    const different = Array.from({ length: 100_000 }, (_, i) => `n${String(i)}.apple.com`).join(' ')
    expect(parseHosts(`1.2.3.4 ${different}`).lines[0]?.names.length).toBe(32)
  })
})

describe('lines that keep the same name from Apple', () => {
  const also = (text: string) =>
    parseHosts(text).lines.flatMap(({ names }) => names.map(({ alsoLines }) => alsoLines))[0]

  test('are told with the first, in their order, of both families', () => {
    const text = [
      '0.0.0.0 gs.apple.com',
      '127.0.0.1 gs.apple.com',
      '::1 gs.apple.com',
      '10.0.0.1 gs.apple.com',
    ]
    expect(also(text.join('\n'))).toEqual([2, 3, 4])
    expect(also(text.slice(0, 1).join('\n'))).toEqual([])
  })

  test('are none behind one that leads to Apple', () => {
    const text = [
      '0.0.0.0 gs.apple.com',
      '10.0.0.1 gs.apple.com',
      '17.1.2.3 gs.apple.com',
      '10.0.0.2 gs.apple.com',
    ]
    expect(also(text.join('\n'))).toEqual([2])
  })

  test('of IPv6 alone are said to be so', () => {
    const only = (text: string) => parseHosts(text).lines[0]?.names[0]?.isIpv6Only
    expect(only('::1 gs.apple.com')).toBe(true)
    expect(only('::1 gs.apple.com\n0.0.0.0 gs.apple.com')).toBe(false)
    expect(only('0.0.0.0 gs.apple.com')).toBe(false)
  })
})
