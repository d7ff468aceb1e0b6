/** Is the data about connections whole: the article's tables as they are, every fact with a source? */
import { describe, expect, it, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Evidence } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import { findErrors } from '../../../shared/connections/find-errors.ts'
import { touchesApple } from '../../../shared/connections/apple-names.ts'
import { endpointSchema } from '../../../shared/catalogue/schemas/endpoints-schema.ts'
import { patternCovers, readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { errorRowSchema, errorWhenSchema } from '../../../shared/catalogue/schemas/errors-schema.ts'
import { errorNumber, readErrors } from '../../../shared/catalogue/errors.ts'
import { readHostsLines } from '../../../shared/catalogue/hosts-lines.ts'
import { hasOtherProtocol, readPorts } from '../../../shared/catalogue/ports.ts'
import { watchedPorts } from '../../../shared/connections/watched-ports.ts'
import { endpointWords } from '../../../shared/text/connection-words.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

const portRowOf = (port: number, protocol: 'TCP' | 'UDP') =>
  readPorts().find(
    ({ from, to, protocols }) => port >= from && port <= to && protocols.includes(protocol),
  )

/** The article's two columns, word for word. */
const appleServers = [
  'albert.apple.com',
  'appldnld.apple.com',
  'configuration.apple.com',
  '*.cdn-apple.com',
  'deimos3.apple.com',
  'gg*.apple.com',
  'gs.apple.com',
  'itunes.apple.com',
  '*.itunes.apple.com',
  'mesu.apple.com',
  '*.mzstatic.com',
  'skl.apple.com',
  'swscan.apple.com',
  'xp.apple.com',
]
const otherServers = [
  'evintl-ocsp.verisign.com',
  'evsecure-ocsp.verisign.com',
  '*.amazonaws.com',
  '*.digicert.com',
  '*.symcb.com',
  '*.symcd.com',
]
/** The article's table of ports, word for word. */
const articlePorts = [
  ['80', 'TCP'],
  ['443', 'TCP'],
  ['123', 'TCP/UDP'],
  ['554', 'TCP/UDP'],
  ['1900', 'TCP'],
  ['3689', 'TCP'],
  ['5223', 'TCP'],
  ['5350', 'UDP'],
  ['5351', 'UDP'],
  ['5353', 'UDP'],
  ['8000-8999', 'TCP'],
  ['42000-42999', 'TCP'],
]

const endpoints = readEndpoints()
const ports = readPorts()
const errors = readErrors()
const hosts = readHostsLines()
const endpoint = (id: string) => endpoints.find((row) => row.id === id)!
const isUnique = (values: readonly unknown[]) => new Set(values).size === values.length

describe('The servers', () => {
  it('hold the article’s fourteen of Apple and six of others, in its order', () => {
    const listed = (group: string) =>
      endpoints.filter((row) => row.inArticle && row.group === group).map(({ pattern }) => pattern)
    expect(listed('apple')).toEqual(appleServers)
    expect(listed('other')).toEqual(otherServers)
  })

  it('say what became of each: only those beyond the article are new or unknown', () => {
    for (const { inArticle, fate, id } of endpoints) {
      expect(['new', 'named', 'unknown'].includes(fate.state), id).toBe(!inArticle)
      expect(fate.narrowedTo.length > 0, id).toBe(fate.state === 'narrowed')
    }
    const gone = endpoints.filter(({ fate }) => fate.state === 'gone').map(({ id }) => id)
    expect(gone).toEqual([
      'deimos3',
      'evintl-ocsp-verisign',
      'evsecure-ocsp-verisign',
      'amazonaws',
      'symcb',
      'symcd',
    ])
    expect(endpoint('gg').fate.narrowedTo).toEqual(['gg.apple.com'])
  })

  it('say of a server that only a wildcard of the article covers that it is covered, not that it is missing', () => {
    for (const row of endpoints) {
      const over = endpoints.find(
        (other) => other.inArticle && row.names.every((name) => patternCovers(other.pattern, name)),
      )
      expect(row.coveredBy, row.id).toBe(row.inArticle ? undefined : over?.pattern)
      expect(row.fate.state === 'named', row.id).toBe(row.coveredBy !== undefined)
    }
    expect(endpoint('fcs-keys').coveredBy).toBe('*.cdn-apple.com')
    for (const language of supportedLanguages) {
      expect(endpointWords(wordsIn(language), endpoint('updates-cdn')).fate).toContain(
        '*.cdn-apple.com',
      )
    }
  })

  it('give names to try that fall under the pattern, and say when they only stand for it', () => {
    for (const { pattern, names, standsFor, id } of endpoints) {
      expect(standsFor, id).toBe(pattern.includes('*'))
      for (const name of names) expect(patternCovers(pattern, name), name).toBe(true)
    }
  })

  it('speak TLS on 443 and on no other port', () => {
    for (const { port, tls, id } of endpoints) expect(tls, id).toBe(port === 443)
  })

  it('are all taken for Apple’s in a hosts file, but for what others do with the same domains', () => {
    for (const { group, names, fate } of endpoints) {
      const expected = group === 'apple' || fate.state !== 'gone'
      for (const name of names) expect(touchesApple(name), name).toBe(expected)
    }
    expect(touchesApple('www.digicert.com')).toBe(false)
  })

  it('have unique ids and patterns', () => {
    expect(isUnique(endpoints.map(({ id }) => id))).toBe(true)
    expect(isUnique(endpoints.map(({ pattern }) => pattern))).toBe(true)
  })

  it('are refused by the schema without evidence or with a name that is none', () => {
    const row = endpoint('gs')
    expect(endpointSchema.safeParse(row).success).toBe(true)
    expect(endpointSchema.safeParse({ ...row, sources: [] }).success).toBe(false)
    expect(endpointSchema.safeParse({ ...row, names: ['https://gs.apple.com/'] }).success).toBe(
      false,
    )
  })
})

test.each([
  ['*.itunes.apple.com', 'play.itunes.apple.com', true],
  ['*.itunes.apple.com', 'a.b.itunes.apple.com', true],
  ['*.itunes.apple.com', 'itunes.apple.com', false],
  ['*.itunes.apple.com', '.itunes.apple.com', false],
  ['*.itunes.apple.com', 'playitunes.apple.com', false],
  ['gg*.apple.com', 'gg.apple.com', true],
  ['gg*.apple.com', 'gg2.apple.com', true],
  ['gg*.apple.com', 'gg.evil.apple.com', false],
  ['gg*.apple.com', 'g.apple.com', false],
  ['gs.apple.com', 'gs.apple.com', true],
  ['gs.apple.com', 'ags.apple.com', false],
])('the pattern %s and the name %s: %s', (pattern, name, expected) => {
  expect(patternCovers(pattern, name)).toBe(expected)
})

describe('The ports', () => {
  it('hold the article’s twelve rows in its order, with its protocol', () => {
    const rows = ports
      .filter(({ inArticle }) => inArticle)
      .map(({ from, to, articleProtocol }) => [
        from === to ? String(from) : `${String(from)}-${String(to)}`,
        articleProtocol,
      ])
    expect(rows).toEqual(articlePorts)
  })

  it('add only the two that are open on the PC itself, marked as not in the article', () => {
    const added = ports.filter(({ inArticle }) => !inArticle)
    expect(added.map(({ from, scope, role }) => [from, scope, role])).toEqual([
      [27015, 'this-pc', 'local'],
      [5354, 'this-pc', 'local'],
    ])
    expect(added.every(({ articleProtocol }) => articleProtocol === null)).toBe(true)
  })

  it('correct the article where it is wrong: 1900 is UDP, and so is the time of day', () => {
    expect(ports.filter(hasOtherProtocol).map(({ from }) => from)).toEqual([123, 1900])
    expect(portRowOf(1900, 'UDP')?.id).toBe('ssdp')
    expect(portRowOf(1900, 'TCP')).toBeUndefined()
  })

  it('name programs that the catalogue knows, and agree with the ports that it gives them', () => {
    const { processes } = readCatalogue()
    for (const { processIds, from, protocols } of ports) {
      for (const id of processIds) {
        const known = processes.find((process) => process.id === id)
        expect(known, id).toBeDefined()
        const same = known?.ports.filter(({ port }) => port === from) ?? []
        for (const { protocol } of same) expect(protocols).toContain(protocol)
      }
    }
    for (const process of processes) {
      for (const { port, protocol } of process.ports) {
        expect(portRowOf(port, protocol), `${process.id} ${String(port)}`).toBeDefined()
      }
    }
  })

  it('do not overlap, and begin before they end', () => {
    const sorted = [...ports].sort((a, b) => a.from - b.from)
    for (const [index, row] of sorted.entries()) {
      expect(row.to).toBeGreaterThanOrEqual(row.from)
      expect(row.from).toBeGreaterThan(sorted[index - 1]?.to ?? 0)
    }
  })

  it('finds a port within a range', () => {
    expect(portRowOf(8080, 'TCP')?.id).toBe('web-radio')
    expect(portRowOf(9000, 'TCP')).toBeUndefined()
  })
})

describe('The errors', () => {
  const numbers =
    '9 14 1 -1 10 27 28 29 35 53 56 1013 1015 1109 1600 1601 1602 1603 1604 1611 2001 2005 2009 3002 3004 3014 3104 3194 3200 4005 4013 4014 9006 -43 -50 -54 -69 -3259 -9808 5002 -42408 -42110 -45054 7 126 127 193 1114 1053 1067 1068 1069 1079 1402 1406 1920 2324 2330 2350 2502 2503 0x80240017 0xE8000065'
  const { sources } = readCatalogue()

  it('name the numbers that people ask about, each once for each thing that one does', () => {
    const codes = errors.flatMap((row) => row.codes)
    expect(codes).toEqual(expect.arrayContaining(numbers.split(' ')))
    for (const when of errorWhenSchema.options) {
      const same = errors.filter((row) => row.when === when).flatMap((row) => row.codes)
      expect(isUnique(same.map(errorNumber)), when).toBe(true)
    }
  })

  it('have a family for every number of Apple’s device software', () => {
    for (let value = 0xe8000001; value <= 0xe80000ff; value++) {
      const { matches } = findErrors(`0x${value.toString(16)}`)
      expect(matches).toHaveLength(1)
    }
  })

  it('are called uncertain wherever no source has an address: none slips through', () => {
    const withoutAddress = errors.filter(
      (row) => !row.sources.some((key) => sources[key]?.url !== undefined),
    )
    expect(withoutAddress.filter(({ confidence }) => confidence !== 'low')).toEqual([])
    expect(withoutAddress.length).toBeLessThan(errors.length / 5)
    const [row] = errors
    expect(errorRowSchema.safeParse({ ...row, sources: [] }).success).toBe(false)
    expect(errorRowSchema.safeParse({ ...row, sources: [], confidence: 'low' }).success).toBe(true)
  })

  it('are found by a number, a range or a message', () => {
    const lost = errors.filter(
      ({ codes, ranges, phrases }) => codes.length === 0 && ranges === undefined && phrases === undefined, // prettier-ignore
    )
    expect(lost).toEqual([])
  })

  it('have ranges that begin before they end', () => {
    for (const { from, to } of errors.flatMap(({ ranges = [] }) => ranges)) {
      expect(errorNumber(from)).toBeLessThanOrEqual(errorNumber(to) ?? 0)
    }
  })
})

describe('The known hosts lines', () => {
  it('name errors of the table and Apple’s names only', () => {
    const ids = new Set(errors.map(({ id }) => id))
    for (const { errors: caused, patterns } of hosts.purposes) {
      expect(caused.filter(({ error }) => !ids.has(error))).toEqual([])
      for (const pattern of patterns) expect(touchesApple(pattern.replace('*', 'a'))).toBe(true)
    }
    expect(hosts.lines.every(({ name }) => touchesApple(name))).toBe(true)
  })
})

describe('The evidence', () => {
  const { sources } = readCatalogue()
  const all = evidenceIn([endpoints, ports, errors, hosts])

  it('names sources that exist, each once', () => {
    expect(all.length).toBeGreaterThan(150)
    for (const evidence of all) {
      expect(evidence.sources.filter((id) => !(id in sources))).toEqual([])
      expect(isUnique(evidence.sources)).toBe(true)
    }
  })

  it('is more than one source where a fact counts as confirmed, or public code, which is many', () => {
    const alone = all.filter(
      (evidence) =>
        evidence.confidence === '2+' &&
        evidence.sources.length < 2 &&
        !evidence.sources.includes('PUBLIC-CODE'),
    )
    expect(alone).toEqual([])
  })
})

function evidenceIn(value: unknown): Evidence[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(evidenceIn)
  return 'sources' in value && Array.isArray(value.sources) ? [value as Evidence, ...below] : below
}

describe('the ports that are watched', () => {
  test('have a word for each case, and only such words', () => {
    for (const port of watchedPorts) {
      expect(['tcp', 'udp'], port.id).toContain(port.protocol)
      expect(['local', 'network'], port.id).toContain(port.reach)
      for (const when of [port.whenTaken, port.whenSilent]) {
        expect(['problem', 'unknown', 'harmless'], port.id).toContain(when)
      }
      expect(port.sources.length, port.id).toBeGreaterThan(0)
      expect(port.id).toBe(`${port.protocol}-${port.port}`)
    }
  })
})
