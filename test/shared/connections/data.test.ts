/** Is the data about connections whole: the article's tables as they are, every fact with a source? */
import { describe, expect, it, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Evidence } from '../../../shared/catalogue/schema.ts'
import { touchesApple } from '../../../shared/connections/apple-names.ts'
import { endpointSchema } from '../../../shared/catalogue/endpoints-schema.ts'
import { patternCovers, readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { errorRowSchema } from '../../../shared/catalogue/errors-schema.ts'
import { errorNumber, readErrors } from '../../../shared/catalogue/errors.ts'
import { readHostsLines } from '../../../shared/catalogue/hosts-lines.ts'
import { hasOtherProtocol, portRowOf, readPorts } from '../../../shared/catalogue/ports.ts'
import { endpointWords } from '../../../shared/text/connection-words.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

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
    '3194 3002 3004 3200 3014 3104 1013 1004 1109 17 20 21 23 26 28 29 34 36 37 40 1602 4005 4013 4014 -50 0xE8000065'

  it('hold every number of the sources, each in one row', () => {
    const codes = errors.flatMap((row) => row.codes)
    expect(isUnique(codes.map(errorNumber))).toBe(true)
    expect(codes).toEqual(expect.arrayContaining(numbers.split(' ')))
    expect(errors.find(({ id }) => id === 'range-3000')?.ranges).toEqual([
      { from: '3000', to: '3999' },
    ])
  })

  it('say "not known" and give no source where there is none', () => {
    const unknown = errors.filter(({ isKnown }) => !isKnown)
    expect(unknown.map(({ codes }) => codes)).toEqual([['1004']])
    expect(unknown.every(({ causes }) => causes.join() === 'unknown')).toBe(true)
    const [row] = unknown
    expect(errorRowSchema.safeParse({ ...row, sources: ['X'] }).success).toBe(false)
    expect(errorRowSchema.safeParse({ ...row, isKnown: true }).success).toBe(false)
  })

  it('have ranges that begin before they end', () => {
    for (const { from, to } of errors.flatMap(({ ranges }) => ranges)) {
      expect(errorNumber(from)).toBeLessThan(errorNumber(to)!)
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
