/** Is the shipped catalogue whole: Apple's list as it is, every fact with a source, every process with its words? */
import windowsBuilds from '../../../assets/catalogue/windows-builds.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import {
  catalogueSchema,
  type Evidence,
} from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import { betterWays, myths } from '../../../shared/catalogue/myths.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { readErrors } from '../../../shared/catalogue/errors.ts'
import { readHostsLines } from '../../../shared/catalogue/hosts-lines.ts'
import { readPorts } from '../../../shared/catalogue/ports.ts'
import { readOtherMakers } from '../../../shared/catalogue/other-makers.ts'
import { readOtherPrograms } from '../../../shared/catalogue/other-programs.ts'
import { readTrees } from '../../../shared/doctor/trees.ts'
import { readRules } from '../../../shared/judge/findings/rules.ts'
import { readTrustRules } from '../../../shared/judge/trust/trust-rules.ts'
import { supportedLanguages, type Language } from '../../../shared/text/languages.ts'
import { textsIn } from '../../fixtures/texts.ts'

const coreOfTheArticle = [
  'AppleMobileBackup.exe',
  'AppleMobileDeviceHelper.exe',
  'AppleMobileDeviceService.exe',
  'AppleMobileSync.exe',
  'distnoted.exe',
  'iPodService.exe',
  'iTunesHelper.exe',
  'iTunesPhotoProcessor.exe',
  'MDCrashReportTool.exe',
  'mDNSResponder.exe',
  'SyncServer.exe',
  'qttask.exe',
]
const syncOfTheArticle = [
  'dotmacsyncclient.exe',
  'com.google.ContactSync.exe',
  'com.apple.IE.client.exe',
  'com.apple.Outlook.client.exe',
  'com.apple.Safari.client.exe',
  'com.apple.WindowsContacts.client.exe',
  'com.apple.WindowsMail.client.exe',
  'com.yahoo.go.sync.client.exe',
]
/** Single ports of the article's table, and the two that are open on the PC itself only. */
const portsOfTheArticle = [80, 443, 123, 554, 1900, 3689, 5223, 5350, 5351, 5353]
const portsOnThisPcOnly = [27015, 5354]

const catalogue = readCatalogue()
const { processes, editions, statements, sources } = catalogue
const imageNameOf = new Map(processes.map(({ id, imageName }) => [id, imageName]))

/** Every object that carries sources, wherever it lies. */
function evidenceIn(value: unknown): Evidence[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(evidenceIn)
  return 'sources' in value && Array.isArray(value.sources) ? [value as Evidence, ...below] : below
}
const allEvidence = evidenceIn([processes, statements])
/** The facts about connections and the tips that go round name the same sources. */
const connectionEvidence = evidenceIn([
  myths,
  betterWays,
  readEndpoints(),
  readPorts(),
  readErrors(),
  readHostsLines(),
  readOtherPrograms(),
  readOtherMakers(),
  readRules(),
  readTrees(),
])

function isUnique(values: readonly string[]): boolean {
  return new Set(values.map((value) => value.toUpperCase())).size === values.length
}

describe('The processes', () => {
  it('pass the schema, which refuses a process without evidence', () => {
    expect(catalogueSchema.safeParse(catalogue).success).toBe(true)
    const [first, ...others] = processes
    const broken = { ...first, what: { sources: [], confidence: '1' } }
    const result = catalogueSchema.safeParse({ ...catalogue, processes: [broken, ...others] })
    expect(result.success).toBe(false)
  })

  it('hold the twelve core processes of the article in its order', () => {
    const names = processes.filter(({ group }) => group === 'core').map((p) => p.imageName)
    expect(names).toEqual(coreOfTheArticle)
  })

  it('hold the eight sync processes of the article in its order', () => {
    const names = processes.filter(({ group }) => group === 'sync').map((p) => p.imageName)
    expect(names).toEqual(syncOfTheArticle)
  })

  it('come in the order core, sync, related, with the stand-in of the Store editions first among the related', () => {
    expect(processes.slice(0, 20).every(({ group }) => group !== 'related')).toBe(true)
    expect(processes[20]?.imageName).toBe('AppleMobileDeviceProcess.exe')
    expect(processes.slice(20).every(({ group }) => group === 'related')).toBe(true)
  })

  it('have unique ids and, as Windows compares them, unique image names', () => {
    expect(isUnique(processes.map(({ id }) => id))).toBe(true)
    expect(isUnique(processes.map(({ imageName }) => imageName))).toBe(true)
  })

  it('say where "when does it run" comes from, unless nobody knows', () => {
    const wrong = processes.filter((p) => (p.runs === 'unknown') !== (p.runsEvidence === undefined))
    expect(wrong).toEqual([])
  })

  it('run as "retired" exactly when they say why they are retired', () => {
    const wrong = processes.filter((p) => (p.runs === 'retired') !== (p.retired !== undefined))
    expect(wrong).toEqual([])
  })

  it('that no list of today holds are exactly the retired ones among the twenty', () => {
    const today = editions.find(({ id }) => id === 'today')
    const listed = new Set([...(today?.core ?? []), ...(today?.sync ?? [])])
    const gone = processes.filter((p) => p.group !== 'related' && !listed.has(p.id))
    const retired = processes.filter((p) => p.retired !== undefined)
    expect(gone).toEqual(retired)
  })

  it('retire QuickTime as unsafe and MobileMe as ended, each with its day', () => {
    const retired = (id: string) => processes.find((p) => p.id === id)?.retired
    expect(retired('qttask')).toMatchObject({ why: 'unsafe', since: '2016-04-14' })
    expect(retired('dotmacsyncclient')).toMatchObject({ why: 'service-ended', since: '2012-06-30' })
  })

  it('lie in folders under known roots, Store packages under Apple’s own publisher', () => {
    const roots =
      /^%(ProgramFiles|ProgramFiles\(x86\)|CommonProgramFiles|CommonProgramFiles\(x86\)|StorePackage:AppleInc\.\w+_nzyj5cx40ttqa)%/
    for (const { folders } of processes) {
      for (const { path, layout } of folders) {
        expect(path).toMatch(roots)
        expect(path.startsWith('%StorePackage:')).toBe(layout === 'store')
        // 32-bit Windows has no second program folder.
        expect(layout === 'windows-32' && path.includes('(x86)')).toBe(false)
      }
      expect(isUnique(folders.map(({ path, layout }) => `${layout} ${path}`))).toBe(true)
    }
  })

  it('use only ports of the article’s table or ports that are open on the PC itself', () => {
    const known = [...portsOfTheArticle, ...portsOnThisPcOnly]
    for (const { port, role } of processes.flatMap(({ ports }) => ports)) {
      expect(known).toContain(port)
      if (role === 'listens-local') expect(portsOnThisPcOnly).toContain(port)
    }
  })

  it('are signed, where a signature has been seen, by Apple Inc.', () => {
    const signers = processes.flatMap(({ signer }) => (signer === undefined ? [] : [signer]))
    expect(signers.length).toBeGreaterThan(0)
    for (const { commonName, organization } of signers) {
      expect([commonName, organization]).toEqual(['Apple Inc.', 'Apple Inc.'])
    }
  })
})

describe('The editions of Apple’s list', () => {
  it('are the article and the list of today, each naming only processes that exist, once', () => {
    expect(editions.map(({ id }) => id)).toEqual(['article', 'today'])
    for (const { core, sync, source } of editions) {
      const ids = [...core, ...sync]
      expect(ids.filter((id) => !imageNameOf.has(id))).toEqual([])
      expect(isUnique(ids)).toBe(true)
      expect(sources[source]?.kind).toBe('apple')
    }
  })

  it('repeat the article’s two lists word for word', () => {
    const article = editions.find(({ id }) => id === 'article')
    expect(article?.core.map((id) => imageNameOf.get(id))).toEqual(coreOfTheArticle)
    expect(article?.sync.map((id) => imageNameOf.get(id))).toEqual(syncOfTheArticle)
  })

  it('name eleven core programs and five sync programs today', () => {
    const today = editions.find(({ id }) => id === 'today')
    expect([today?.core.length, today?.sync.length]).toEqual([11, 5])
    expect(today?.core[3]).toBe('apple-mobile-device-process')
  })
})

describe('The sources', () => {
  it('that facts name all exist, and every one that exists is named', () => {
    const { rules, neighbours, otherMakers, sharedNames, signers, storePublisher } =
      readTrustRules()
    const named = new Set([
      ...[...allEvidence, ...connectionEvidence].flatMap((evidence) => evidence.sources),
      ...editions.map(({ source }) => source),
      ...windowsBuilds.sources,
      ...[...rules, ...neighbours, ...otherMakers, ...sharedNames, signers, storePublisher].flatMap(
        (rule) => rule.sources,
      ),
    ])
    expect([...named].sort()).toEqual(Object.keys(sources).sort())
  })

  it('of one fact are named once', () => {
    expect(allEvidence.filter((evidence) => !isUnique(evidence.sources))).toEqual([])
  })

  it('are more than one where a fact counts as confirmed, or public code, which is many', () => {
    const alone = allEvidence.filter(
      (evidence) =>
        evidence.confidence === '2+' &&
        evidence.sources.length < 2 &&
        !evidence.sources.includes('PUBLIC-CODE'),
    )
    expect(alone).toEqual([])
  })
})

/** About Apple's processes and statements: assets/texts/<language>/catalogue.json. */
const ours = (language: Language) =>
  new Map(
    [...textsIn(language)].filter(([key]) =>
      /^(process|statement|edition|group|runs|retired|confidence)\./.test(key),
    ),
  )
const en = ours('en')
const translations = supportedLanguages
  .filter((language) => language !== 'en')
  .map((language) => ({ language, texts: ours(language) }))
const inAll = [en, ...translations.map(({ texts }) => texts)]

describe('The texts', () => {
  it('explain every process, with a note exactly where the data has evidence for one', () => {
    const expected = processes.flatMap(({ id, note }) =>
      ['name', 'summary', 'what', 'ifDisabled', ...(note === undefined ? [] : ['note'])].map(
        (part) => `process.${id}.${part}`,
      ),
    )
    for (const texts of inAll) {
      const given = [...texts.keys()].filter((key) => key.startsWith('process.'))
      expect(given.sort()).toEqual([...expected].sort())
    }
  })

  it('word every statement, edition, group and kind that the data can name', () => {
    const { shape } = catalogueSchema.shape.processes.element
    const retired = shape.retired.unwrap().shape
    const expected = [
      ...statements.map(({ id }) => `statement.${id}`),
      ...editions.map(({ id }) => `edition.${id}.name`),
      ...shape.group.options.flatMap((id) => [`group.${id}.title`, `group.${id}.description`]),
      ...shape.runs.options.map((id) => `runs.${id}`),
      ...retired.why.options.map((id) => `retired.${id}`),
      ...[...retired.confidence.options, 'low'].map((id) => `confidence.${id}`),
    ]
    const given = [...en.keys()].filter((key) => !key.startsWith('process.'))
    expect(given.sort()).toEqual(expected.sort())
  })

  it('are never empty, never padded, and ask for no values', () => {
    for (const [key, text] of inAll.flatMap((texts) => [...texts])) {
      expect(text, key).not.toBe('')
      expect(text, key).toBe(text.trim())
      expect(text, key).not.toMatch(/\{\{|\$t\(| {2}|!/)
    }
  })

  it.each(translations)('are translated into $language: only names read the same', ({ texts }) => {
    const same = [...en.keys()].filter((key) => en.get(key) === texts.get(key))
    expect(same.filter((key) => !/^process\.[^.]+\.name$/.test(key))).toEqual([])
  })

  it('fit a list row in their short form and end as sentences in their long one', () => {
    for (const [key, text] of inAll.flatMap((texts) => [...texts])) {
      if (key.endsWith('.summary')) {
        expect(text.split(' ').length, key).toBeLessThanOrEqual(8)
        expect(text, key).not.toMatch(/\.$/)
      }
      if (/\.(what|ifDisabled|note)$|^statement\.|^runs\.|^retired\./.test(key)) {
        expect(text, key).toMatch(/\.$/)
      }
    }
  })

  it('have keys that can be looked up: no dots or colons within, no plural endings', () => {
    const ids = [...en.keys()].flatMap((key) => key.split('.'))
    expect(ids.filter((id) => /:|_(zero|one|two|few|many|other)$/.test(id) || id === '')).toEqual(
      [],
    )
  })
})
