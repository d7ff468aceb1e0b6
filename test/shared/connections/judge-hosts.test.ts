import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readErrors } from '../../../shared/catalogue/errors.ts'
import { judgeHosts } from '../../../shared/connections/judge-hosts.ts'
import { parseHosts } from '../../../shared/connections/parse-hosts.ts'

const judge = (text: string) => judgeHosts(parseHosts(text))
const codes = (text: string) => judge(text).map(({ code }) => code)

describe('A line of the hosts file', () => {
  it.each([
    ['74.208.105.171 gs.apple.com', 'signing-redirect', 'attention', 'cydia'],
    ['74.208.10.249 gs.apple.com', 'signing-redirect', 'attention', 'cydia'],
    ['203.0.113.7 gs.apple.com', 'signing-redirect', 'attention', null],
    ['192.168.1.9 gs.apple.com', 'signing-redirect', 'attention', null],
    ['127.0.0.1 gs.apple.com', 'signing-blocked', 'attention', 'signing-tool'],
    ['0.0.0.0 GS.apple.com.', 'signing-blocked', 'attention', null],
    ['::1 gs.apple.com', 'signing-blocked', 'attention', null],
    ['0.0.0.0 albert.apple.com', 'activation-blocked', 'attention', null],
    ['0.0.0.0 mesu.apple.com', 'updates-blocked', 'attention', null],
    ['0.0.0.0 buy.itunes.apple.com', 'store-blocked', 'attention', null],
    ['0.0.0.0 s.mzstatic.com', 'store-blocked', 'attention', null],
    ['0.0.0.0 metrics.icloud.com', 'analytics-blocked', 'info', null],
    ['203.0.113.7 xp.apple.com', 'analytics-redirected', 'info', null],
    ['0.0.0.0 www.apple.com', 'apple-name-blocked', 'info', null],
    ['203.0.113.7 idmsa.apple.com', 'apple-name-redirected', 'attention', null],
    ['203.0.113.7 mesu.apple.com', 'apple-name-redirected', 'attention', null],
    ['203.0.113.7 www.apple.com', 'apple-name-redirected', 'attention', null],
    ['17.171.36.30 gs.apple.com', 'apple-name-pinned', 'info', null],
    ['#74.208.10.249 gs.apple.com', 'harmless', 'info', null],
    ['somewhere gs.apple.com', 'harmless', 'info', null],
    ['127.1 gs.apple.com', 'cannot-tell', 'info', null],
  ])('%s is %s (%s), whose: %s', (text, code, severity, whose) => {
    expect(judge(text)).toMatchObject([{ code, severity, whose, lineNumber: 1 }])
  })

  it('is undone with every other that holds one of its names, in the order of the file', () => {
    const lines = [
      '0.0.0.0 www.apple.com support.apple.com',
      '127.0.0.1 support.apple.com',
      ...Array<string>(8).fill(''),
      '::1 www.apple.com',
    ]
    const [first] = judge(lines.join('\n'))
    expect(first?.names).toEqual(['www.apple.com', 'support.apple.com'])
    expect(first?.undoLines).toEqual([1, 2, 11])
  })

  it('whose numbers other programs read otherwise is switched off; one that nobody can read stays', () => {
    expect(judge('127.1 gs.apple.com')).toMatchObject([
      { undo: 'switch-off-line', undoLines: [1], isIpv6Only: false },
    ])
    expect(judge('somewhere gs.apple.com')).toMatchObject([{ undo: 'nothing', undoLines: [] }])
  })

  it('of IPv6 alone is said to be so, but not where it leads to Apple itself', () => {
    expect(judge('::1 gs.apple.com')[0]?.isIpv6Only).toBe(true)
    expect(judge('2620:149:af0::10 gs.apple.com')[0]?.isIpv6Only).toBe(false)
  })

  it('that leaves the signing server alone causes none of its errors', () => {
    const [blocked] = judge('127.0.0.1 gs.apple.com')
    const numbers = readErrors()
      .filter(({ id }) => blocked?.errors.includes(id))
      .flatMap((row) => row.codes)
    expect(numbers).toEqual(expect.arrayContaining(['1013', '3194', '3004', '1109']))
    const harmless = '#127.0.0.1 gs.apple.com\n17.1.2.3 gs.apple.com\n127.1 gs.apple.com'
    expect(judge(harmless).flatMap(({ errors }) => errors)).toEqual([])
  })

  it('with names of several purposes has a finding for each', () => {
    const findings = judge('127.0.0.1 gs.apple.com mesu.apple.com www.apple.com itunes.apple.com')
    expect(findings.map(({ code, names }) => [code, ...names])).toEqual([
      ['signing-blocked', 'gs.apple.com'],
      ['updates-blocked', 'mesu.apple.com'],
      ['store-blocked', 'itunes.apple.com'],
      ['apple-name-blocked', 'www.apple.com'],
    ])
  })

  it('behind one that has answered says which line counts', () => {
    expect(judge('0.0.0.0 gs.apple.com\n74.208.10.249 gs.apple.com')[1]).toMatchObject({
      code: 'harmless',
      why: 'earlier-line',
      decidedByLine: 1,
      undo: 'nothing',
    })
  })

  it('says why it does nothing', () => {
    const nine = 'a b c d e f g h i'
    const text = `#1.2.3.4 gs.apple.com\n1.2.3.4 ${nine} gs.apple.com\nx gs.apple.com\n0 gs.apple.com`
    expect(judge(text).map(({ why }) => why)).toEqual([
      'odd-number',
      'comment',
      'beyond-nine',
      'not-an-address',
    ])
  })

  it('into the local network may be the company’s: ask first', () => {
    expect(judge('10.0.0.5 mesu.apple.com')[0]?.undo).toBe('ask-first')
    expect(judge('203.0.113.7 mesu.apple.com')[0]?.undo).toBe('switch-off-line')
  })
})

describe('The whole file', () => {
  it('with several update servers blocked is somebody’s decision', () => {
    const text = '127.0.0.1 swscan.apple.com\n127.0.0.1 mesu.apple.com\n127.0.0.1 gs.apple.com'
    expect(judge(text).map(({ code, whose }) => [code, whose])).toEqual([
      ['signing-blocked', 'signing-tool'],
      ['updates-blocked', 'update-blocker'],
      ['updates-blocked', 'update-blocker'],
    ])
  })

  it('as Windows ships it, or full of advertising, has no finding', () => {
    expect(
      codes(
        '# Copyright (c) 1993-2009 Microsoft Corp.\r\n#\r\n#      102.54.94.97     rhino.acme.com          # source server\r\n# localhost name resolution is handled within DNS itself.\r\n#\t127.0.0.1       localhost\r\n#\t::1             localhost\r\n',
      ),
    ).toEqual([])
    expect(codes('0.0.0.0 ads.example\n0.0.0.0 pineapple.com\n0.0.0.0 s3.amazonaws.com')).toEqual(
      [],
    )
  })

  it('of any content gives findings with evidence, about names that stand in it', () => {
    const { sources } = readCatalogue()
    const address = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('127.0.0.1', '127.1', '#::1'))
    const name = fc.constantFrom('gs.apple.com', 'mesu.apple.com', 'xp.apple.com', 'a.itunes.com', 'b.icloud.com', 'x') // prettier-ignore
    const line = fc.tuple(address, fc.array(name, { maxLength: 12 })).map((l) => l.flat().join(' '))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        for (const finding of judge(lines.join('\n'))) {
          expect(finding.names.length).toBeGreaterThan(0)
          for (const each of finding.names) expect(lines[finding.lineNumber - 1]).toContain(each)
          expect(finding.sources.length).toBeGreaterThan(0)
          expect(finding.sources.filter((id) => !(id in sources))).toEqual([])
          const isIdle = finding.code === 'harmless' || finding.code === 'cannot-tell'
          expect(finding.why !== null).toBe(isIdle)
        }
      }),
    )
  })
})
