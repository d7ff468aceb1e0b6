/** Exactly what changed between two reports of one PC, change by change, and the words for it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { denied, known } from '../../../../shared/model/probe.ts'
import { compareReports } from '../../../../shared/report/compare/compare-reports.ts'
import { changeParts, changeWords } from '../../../../shared/report/compare/compare-words.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'
import { supportedLanguages } from '../../../../shared/text/languages.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'
import { reportOf } from '../../../fixtures/rich-report.ts'
import { strictWords } from '../../../fixtures/strict-words.ts'

type Process = Report['processes'][number]
type Instance = Process['instances'][number]
type Service = NonNullable<Report['services']>[number]

const helper = 'itunes-helper'
const folder = 'C:\\Program Files\\iTunes'
const hidden = denied('needs-admin')

let base: Report
let one: Instance
beforeAll(async () => {
  base = { ...(await reportOf()), findings: [], pc: pcFacts }
  const first = base.processes.find(({ id }) => id === 'apple-mobile-device-service')?.instances[0]
  if (first === undefined) throw new Error('the service runs in the fixture')
  one = first
})

const at = (path: string | null, more: Partial<Instance> = {}): Instance => ({
  ...one,
  imagePath: path === null ? hidden : known(path),
  ...more,
})

function withProcess(instances: readonly Instance[], more: Partial<Process> = {}): Report {
  const status = instances.length > 0 ? 'running' : 'not-running'
  return {
    ...base,
    lookAlikes: [],
    processes: base.processes.map((process) =>
      process.id === helper ? { ...process, status, instances: [...instances], ...more } : process,
    ),
  }
}

/** `kind subject: before → after`, and where. */
const told = (before: Report, after: Report) =>
  compareReports(before, after).map(
    ({ kind, subject, before: from, after: to, path, id }) =>
      `${kind} ${id ?? subject}: ${from ?? '-'} → ${to ?? '-'}${path === null ? '' : ` at ${path}`}`,
  )

const [a, b, c] = [`${folder}\\iTunesHelper.exe`, 'D:\\b.exe', 'D:\\c.exe'] as const
const version = (fixedFileVersion: string | null, fileVersion: string | null = null) => {
  if (one.version.state !== 'known') throw new Error('the fixture has a version')
  return { version: known({ ...one.version.value, fixedFileVersion, fileVersion }) }
}
const signature = (more: object) => {
  if (one.signature.state !== 'known') throw new Error('the fixture has a signature')
  return { signature: known({ ...one.signature.value, ...more }) }
}

describe('a process', () => {
  test.each<[string, readonly (string | null)[], readonly (string | null)[], readonly string[]]>([
    ['started', [], [a], [`started ${helper}: - → genuine at ${a}`]],
    ['ended', [a], [], [`ended ${helper}: genuine → - at ${a}`]],
    ['ran on, in another case', [a], [a.toUpperCase()], []],
    ['runs from elsewhere', [a], [b], [`path ${helper}: ${a} → ${b} at ${b}`]],
    [
      'runs twice from elsewhere',
      [a],
      [b, c],
      [
        `ended ${helper}: genuine → - at ${a}`,
        ...[b, c].map((path) => `started ${helper}: - → genuine at ${path}`),
      ],
    ],
    ['runs once more', [a], [a, b], [`started ${helper}: - → genuine at ${b}`]],
    ['runs where nobody could see before', [null], [a], []],
    ['runs where nobody can see any more', [a], [null], []],
    ['ended where nobody could see', [null], [], [`ended ${helper}: genuine → -`]],
    ['runs where nobody can see, twice', [null], [null], []],
  ])('%s', (_what, before, after, changes) => {
    const made = (paths: readonly (string | null)[]) => withProcess(paths.map((path) => at(path)))
    expect(told(made(before), made(after))).toEqual(changes)
  })

  test('that nobody could look for did neither start nor end', () => {
    const unseen = withProcess([], { status: 'cannot-tell' })
    expect(told(unseen, withProcess([at(a)]))).toEqual([])
    expect(told(withProcess([at(a)]), unseen)).toEqual([])
  })

  test('that the other report does not know is left out', () => {
    const without = { ...base, processes: base.processes.filter(({ id }) => id !== helper) }
    expect(told(withProcess([at(a)]), without)).toEqual(told(withProcess([]), without))
    expect(told(without, withProcess([at(a)]))).toEqual(told(without, withProcess([])))
  })

  const changed = (before: object, after: object) =>
    told(withProcess([at(a, before)]), withProcess([at(a, after)]))

  test('has another version, signer or verdict', () => {
    expect(changed(version('1.0'), version('1.1'))).toEqual([
      `version ${helper}: 1.0 → 1.1 at ${a}`,
    ])
    expect(changed(version(null, '1.0'), version('1.1'))).toEqual([
      `version ${helper}: 1.0 → 1.1 at ${a}`,
    ])
    expect(changed(version(null), version('1.1'))).toEqual([])
    expect(changed({ version: hidden }, version('1.1'))).toEqual([])
    const other = { signer: { commonName: 'Contoso', organization: 'x' } }
    expect(changed(signature({}), signature(other))).toEqual([
      `signer ${helper}: Apple Inc. → Contoso at ${a}`,
    ])
    expect(changed(signature({}), signature({ verdict: 'none', signer: null }))).toEqual([
      `signer ${helper}: Apple Inc. → none at ${a}`,
    ])
    expect(changed(signature({}), signature({ verdict: 'cannot-tell', signer: null }))).toEqual([])
    expect(changed(signature({}), { signature: hidden })).toEqual([])
    expect(changed({ trust: 'genuine' }, { trust: 'unsigned' })).toEqual([
      `verdict ${helper}: genuine → unsigned at ${a}`,
    ])
    expect(changed({ trust: 'genuine' }, { trust: 'cannot-tell' })).toEqual([])
    expect(changed({ trust: 'cannot-tell' }, { trust: 'genuine' })).toEqual([])
  })

  test('that runs from elsewhere is told with what else changed', () => {
    const [before, after] = [version('1.0'), version('1.1')]
    expect(told(withProcess([at(a, before)]), withProcess([at(b, after)]))).toEqual([
      `path ${helper}: ${a} → ${b} at ${b}`,
      `version ${helper}: 1.0 → 1.1 at ${b}`,
    ])
  })
})

describe('a look-alike', () => {
  const like = (name: string, path: string): Report => {
    const [first] = base.lookAlikes ?? []
    if (first === undefined) throw new Error('the fixture has a look-alike')
    return { ...base, lookAlikes: [{ ...first, name, imagePath: known(path), trust: 'unsigned' }] }
  }
  const none = () => ({ ...base, lookAlikes: [] })

  test('came or went, by its name and path', () => {
    const [x, y] = [like('iTunesHe1per.exe', b), like('iTunesHe1per.exe', c)]
    expect(told(none(), x)).toEqual([`started iTunesHe1per.exe: - → unsigned at ${b}`])
    expect(told(x, none())).toEqual([`ended iTunesHe1per.exe: unsigned → - at ${b}`])
    expect(told(x, like('iTunesHe1per.exe', b.toUpperCase()))).toEqual([])
    expect(told(x, y)).toHaveLength(2)
    expect(told({ ...base, lookAlikes: undefined }, none())).toEqual([])
  })

  test('is not compared where a part of the processes could not be seen', () => {
    const blind = (report: Report): Report => ({
      ...report,
      processes: report.processes.map((each, index) =>
        index === 0 ? { ...each, status: 'cannot-tell', instances: [] } : each,
      ),
    })
    expect(told(blind(none()), like('x.exe', b)).filter((text) => text.includes('x.exe'))).toEqual(
      [],
    )
    expect(told(like('x.exe', b), blind(none())).filter((text) => text.includes('x.exe'))).toEqual(
      [],
    )
  })
})

describe('a service', () => {
  const set = (startType: string, account = 'LocalSystem') =>
    known({ startType, account, imagePath: 'x' })
  const service = (more: object): Report => ({
    ...base,
    services: [
      {
        ...{ keyName: 'Bonjour Service', processId: 'mdnsresponder', isInstalled: known(true) },
        listed: known({ keyName: 'Bonjour Service', displayName: 'x', state: 'running', pid: 7 }),
        configuration: set('automatic'),
        isProgramThere: known(true),
        ...more,
      } as Service,
    ],
  })
  const stopped = known({ keyName: 'x', displayName: 'x', state: 'stopped', pid: null })
  const gone = { isInstalled: known(false), listed: hidden, configuration: hidden }

  test.each<[string, object, object, string | null]>([
    ['the same', {}, {}, null],
    [
      'stopped',
      {},
      { listed: stopped },
      'running automatic LocalSystem → stopped automatic LocalSystem',
    ],
    [
      'disabled',
      {},
      { configuration: set('disabled') },
      'running automatic LocalSystem → running disabled LocalSystem',
    ],
    [
      'of another account',
      {},
      { configuration: set('automatic', '.\\me') },
      'running automatic LocalSystem → running automatic .\\me',
    ],
    ['set in a way that nobody could read', {}, { configuration: hidden }, null],
    [
      'stopped, and so is its set-up',
      {},
      { configuration: hidden, listed: stopped },
      'running → stopped',
    ],
    ['removed', {}, gone, 'running automatic LocalSystem → not-installed'],
    ['installed', gone, {}, 'not-installed → running automatic LocalSystem'],
    ['not looked for', {}, { isInstalled: hidden }, null],
    ['not looked for before', { isInstalled: hidden }, {}, null],
  ])('%s', (_what, before, after, change) => {
    expect(told(service(before), service(after))).toEqual(
      change === null ? [] : [`service mdnsresponder: ${change}`],
    )
  })

  test('that only one report knows is left out', () => {
    expect(told(service({}), { ...base, services: [] })).toEqual([])
    expect(told({ ...base, services: undefined }, service({}))).toEqual([])
  })
})

describe('a start-up entry', () => {
  const state = (of: string): Report => ({
    ...base,
    autostart: (base.autostart ?? []).map((each) =>
      each.processId === helper ? { ...each, state: of as never } : each,
    ),
  })

  test('is on or off, and nothing where nobody could tell', () => {
    expect(told(state('on'), state('off'))).toEqual([`autostart ${helper}: on → off`])
    expect(told(state('on'), state('on'))).toEqual([])
    expect(told(state('on'), state('cannot-tell'))).toEqual([])
    expect(told(state('cannot-tell'), state('off'))).toEqual([])
    expect(told(state('on'), { ...base, autostart: [] })).toEqual([])
    expect(compareReports(state('on'), state('off'))[0]?.subject).toBe('iTunesHelper.exe')
  })
})

test('a driver came, went, or is another, and nothing where nobody could look', () => {
  const drivers = (...all: readonly object[]): Report => ({
    ...base,
    pc: { ...pcFacts, drivers: known(all as never) },
  })
  const usb = { name: 'usbaapl64', version: '6.0', isInStore: true, isService: true }
  expect(told(drivers(usb), drivers())).toEqual(['driver usbaapl64: 6.0 store service → -'])
  expect(told(drivers(), drivers(usb))).toEqual(['driver usbaapl64: - → 6.0 store service'])
  expect(told(drivers(usb), drivers({ ...usb, version: null, isInStore: false }))).toEqual([
    'driver usbaapl64: 6.0 store service → ? service',
  ])
  expect(told(drivers(usb), drivers({ ...usb, isService: false }))).toEqual([
    'driver usbaapl64: 6.0 store service → 6.0 store',
  ])
  const unread = { ...base, pc: { ...pcFacts, drivers: hidden } }
  expect(told(drivers(usb), unread)).toEqual([])
  expect(told({ ...base, pc: undefined }, drivers(usb))).toEqual([])
})

describe('a finding', () => {
  const found = (code: string, more: object = {}): Report => ({
    ...base,
    findings: [{ code, severity: 'attention', subject: 'x', text: `About ${code}`, ...more }],
  })
  const went = (code: string, after: Partial<Report>, more: object = {}) =>
    told(found(code, more), { ...base, ...after, findings: [] })

  test('came, went, or is about something else', () => {
    expect(told(base, found('unsigned'))).toEqual(['finding x: - → unsigned'])
    expect(told(found('unsigned'), base)).toEqual(['finding x: unsigned → -'])
    expect(told(found('unsigned'), found('unsigned'))).toEqual([])
    expect(told(found('unsigned'), found('unsigned', { subject: 'y' }))).toHaveLength(2)
    expect(told(found('unsigned'), found('unsigned', { path: b }))).toHaveLength(2)
  })

  test.each<[string, Partial<Report>, Partial<Report>]>([
    ['hosts-line', { hostsFile: hidden }, { hostsFile: known({} as never) }],
    ['firewall-rule', { firewall: hidden }, { firewall: known({} as never) }],
    ['firewall-rules', { firewall: undefined }, { firewall: known({} as never) }],
    [
      'port-taken',
      { ports: [{ verdict: 'cannot-tell' }] as never },
      { ports: [{ verdict: 'nobody' }, { verdict: 'cannot-tell' }] as never },
    ],
    ['port-silent', { ports: undefined }, { ports: [{ verdict: 'nobody' }] as never }],
    ['connections', { connectionCheck: undefined }, { connectionCheck: {} as never }],
    ['service-stopped', { services: [] }, {}],
    ['autostart-writable', { autostart: [] }, {}],
  ])('%s went only where somebody could look', (code, blind, seeing) => {
    expect(went(code, blind).filter((text) => text.startsWith('finding'))).toEqual([])
    expect(went(code, seeing).filter((text) => text.startsWith('finding'))).toEqual([
      `finding x: ${code} → -`,
    ])
  })

  test('about a process that could not be judged did not go', () => {
    const about = { processId: helper, pid: 7 }
    const after = (trust: string, status = 'running') => ({
      processes: withProcess([at(a, { trust: trust as never })], { status: status as never })
        .processes,
    })
    const findings = (more: Partial<Report>) =>
      went('unsigned', more, about).filter((text) => text.startsWith('finding'))
    expect(findings(after('genuine'))).toEqual([`finding ${helper}: unsigned → -`])
    expect(findings(after('cannot-tell'))).toEqual([])
    expect(findings(after('genuine', 'cannot-tell'))).toEqual([])
    expect(went('look-alike', {}, { pid: 7 })).toEqual(['finding x: look-alike → -'])
  })
})

test.each(supportedLanguages)(
  'each change is told in %s, with what was and what is',
  (language) => {
    const words = strictWords(language)
    const before = withProcess([at(a, version('1.0'))])
    const after = {
      ...withProcess([at(b, { ...version('1.1'), trust: 'unsigned' })]),
      findings: [{ code: 'unsigned', severity: 'danger', subject: 'x', text: 'Nobody signed it' }],
    } as Report
    for (const [one_, two] of [
      [before, after],
      [after, before],
      [withProcess([]), before],
      [before, withProcess([])],
    ] as const) {
      for (const change of compareReports(one_, two)) {
        const text = changeWords(words, change, one_, two)
        expect(text).toContain(change.subject)
        expect(text).not.toMatch(/undefined|compare\.|trust\./)
        const parts = changeParts(words, change, one_, two)
        expect(parts).toMatchObject({
          kind: change.kind,
          subject: change.subject,
          path: change.path,
        })
        expect([parts.before === '', parts.after === '']).toEqual([
          change.before === null,
          change.after === null,
        ])
      }
    }
  },
)

test('a change reads as a person would say it', () => {
  const words = strictWords('en')
  const said = (before: Report, after: Report) =>
    compareReports(before, after).map((change) => changeWords(words, change, before, after))
  expect(said(withProcess([at(a, version('1.0'))]), withProcess([at(a, version('1.1'))]))).toEqual([
    `iTunesHelper.exe: version: 1.0 → 1.1 (${a})`,
  ])
  expect(said(withProcess([at(a)]), withProcess([at(b)]))).toEqual([
    `iTunesHelper.exe: path: ${a} → ${b}`,
  ])
})
