/** What is taken out of which field of an inspection, its connections and what the PC has: kept as a file, field by field. */
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { inspect } from '../../../../electron/inspection/inspect.ts'
import { recordedSources } from '../../../../electron/sources/recorded-sources.ts'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import type { Connections } from '../../../../shared/connections/connections-look.ts'
import { known } from '../../../../shared/model/probe.ts'
import { composeReport } from '../../../../shared/report/convert/compose-report.ts'
import { parseReport } from '../../../../shared/report/read/parse-report.ts'
import { redact, type Redactable } from '../../../../shared/report/redact/redact.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { hostsStates, portStates } from '../../../fixtures/connection-states.ts'
import { interceptedResult, richCheck } from '../../../fixtures/connections.ts'
import { plantedPc, plantedReport } from '../../../fixtures/planted-pcs.ts'
import { pluggedIn } from '../../../fixtures/recording.ts'
import { reportOf } from '../../../fixtures/rich-report.ts'

/** Whole, because mutation runs this file from another one. */
const keptForms = join(import.meta.dirname, '../../../fixtures/forms')
const catalogue = readCatalogue()
const name = 'Anna Berg'

let base: Report
beforeAll(async () => {
  base = await reportOf()
})

async function judged(report: Report) {
  const inspected = await inspect(recordedSources(report), { catalogue })
  if (!inspected.ok) throw new Error(inspected.failure.code)
  return inspected.value.inspection
}

/** `path: before → after` of each text that is another one. */
function differences(before: unknown, after: unknown, path = ''): readonly string[] {
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null)
    return before === after ? [] : [`${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`]
  const inside = (value: object, key: string) => (value as Readonly<Record<string, unknown>>)[key]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differences(inside(before, key), inside(after, key), `${path}.${key}`),
  )
}

function told(whole: Redactable): readonly string[] {
  const { inspection, connections, pc, removed } = redact(whole)
  return [
    `removed: ${removed.join(' ')}`,
    ...differences(
      { inspection: whole.inspection, connections: whole.connections ?? {}, pc: whole.pc },
      { inspection, connections, pc },
    ),
  ]
}

const addresses = [
  ...[
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '::',
    '::1',
    '*',
    'localhost',
    '192.168.1.4',
    '17.1.2.3',
  ],
  ...['fe80::1%12', '::1%3', '10.0.0.4', '‹address›', '203.0.113.7', 'fd00::1'],
]
const issuers = ['Kaspersky', 'Contoso', '‹issuer›']

function connections(): Connections {
  const [first] = interceptedResult.trials
  const port = portStates.find((one) => one.name === 'a port proxy beside its own')?.ports[0]
  const hosts = hostsStates.find((one) => one.name === 'the fixture')?.hostsFile
  if (first?.steps.certificate.state !== 'known' || port === undefined || hosts?.state !== 'known')
    throw new Error('the fixtures have all of them')
  const { certificate } = first.steps
  const ends = addresses.map((address) => ({ address, family: 4, kind: 'public' }) as const)
  const owners = port.owners.map((one) => ({
    ...{ ...one, addresses },
    proxies: ends.map((end) => ({
      ...{ kind: 'v4tov4', listen: { ...end, port: 1 }, connect: { ...end, port: 2 } },
    })) as unknown as typeof one.proxies,
  }))
  const trialWith = (way: typeof first.way, organization: string, isTrusted: boolean) => {
    const by = { commonName: organization === '‹issuer›' ? organization : 'A Root', organization }
    const value = {
      ...certificate.value,
      ...{ isTrusted, issuer: by, chain: [{ subject: certificate.value.subject, issuer: by }] },
      ...{ subject: { commonName: '*.corp.example', organization }, nameMatches: false },
      names: ['gs.apple.com', '*.apple.com', 'x.corp.example', '‹name›'],
    }
    const all = { addresses: ends, count: ends.length }
    return {
      ...{ ...first, way },
      attempts: ends.flatMap((end) => first.attempts.map((one) => ({ ...one, ...end }))),
      steps: {
        ...first.steps,
        address: { state: 'known', value: all, elapsedMs: 0 } as const,
        certificate: { ...certificate, value },
      },
    }
  }
  const targets = issuers.flatMap((organization) =>
    [true, false].map((isTrusted) => ({
      ...interceptedResult,
      issuer: { commonName: organization === '‹issuer›' ? organization : 'A Root', organization },
      trials: [
        trialWith({ kind: 'direct' }, organization, isTrusted),
        trialWith(
          { kind: 'proxy', host: 'proxy.corp.example', port: 8080 },
          organization,
          isTrusted,
        ),
        trialWith({ kind: 'proxy', host: '‹proxy›', port: 8080 }, organization, isTrusted),
      ],
    })),
  )
  const [some] = hosts.value.findings
  if (some === undefined) throw new Error('the file has lines')
  const findings = [
    {
      ...some,
      names: ['gs.apple.com', 'x.corp.example', '‹name›', 'annas-pc', 'apple.com.evil.example'],
    },
  ]
  return {
    check: { ...richCheck, targets: [...richCheck.targets, ...targets] },
    look: {
      ...{ takenAtUtc: '2026-11-22T20:00:00.000Z', firewall: known({ rules: [], unreadable: 0 }) },
      hostsFile: known({ ...hosts.value, findings }),
      ports: [{ ...port, owners, elsewhere: owners }],
    },
  }
}

test('of connections', async () => {
  const inspection = await judged(base)
  const lines = told({ inspection, connections: connections() })
  await expect(lines.join('\n')).toMatchFileSnapshot(join(keptForms, 'redacted-connections.txt'))
})

test('of PCs on which somebody’s name stands wherever one may stand', async () => {
  const lines: string[] = []
  for (const seed of [1, 2]) {
    const pc = plantedPc(name, seed)
    const inspection = await judged(plantedReport(base, name, seed))
    lines.push(`# ${String(seed)}`, ...told({ inspection, ...(seed > 1 && { pc }) }))
    const { processes, lookAlikes } = inspection
    const [system, person] = ['S-1-5-18', 'S-1-5-21-1-2-3-1001'].map((securityId) =>
      known({ securityId, account: null, integrity: 'medium' as const }),
    )
    const odd = {
      ...inspection,
      otherApple: known(lookAlikes.map((one) => ({ ...one, owner: person ?? one.owner }))),
      processes: processes.map((one) => ({
        ...one,
        instances: one.instances.map((each, at) => ({
          ...{ ...each, owner: (at % 2 === 0 ? system : person) ?? each.owner },
          services: known(at % 2 === 0 ? [] : ['Bonjour Service']),
        })),
      })),
    }
    lines.push(`# ${String(seed)}, of others`, ...told({ inspection: odd }))
  }
  await expect(lines.join('\n')).toMatchFileSnapshot(join(keptForms, 'redacted-pcs.txt'))
})

test('an account that only a service runs as is somebody’s in every other text', async () => {
  const inspection = await judged(base)
  const facts = plantedPc(name, 1)
  if (facts.services.state !== 'known') throw new Error('the PC has services')
  const [service] = facts.services.value
  if (service?.setUp.state !== 'known') throw new Error('the service is set up')
  const setUp = known({
    ...service.setUp.value,
    account: 'CORP\\Nora Lind',
    imagePath: 'C:\\x.exe',
  })
  const services = known([{ ...service, setUp, description: 'Made for Nora Lind.' }])
  const { pc } = redact({ inspection, pc: { ...facts, services } })
  expect(JSON.stringify(pc?.services)).toMatch(/Made for ‹user \d›\./)
  const denied = { state: 'denied', reason: 'needs-admin' } as const
  expect(redact({ inspection, pc: { ...facts, services: denied } }).pc?.services).toEqual(denied)
})

test('an opened report that is saved without people has none in what it said itself, and else what it had', async () => {
  const app = { name: 'Process Inspector for iTunes', version: '0.1.0' }
  const words = wordsIn('en')
  const inspection = await judged(base)
  const [finding] = base.findings
  if (finding === undefined) throw new Error('the report has findings')
  const said = (text: string) => ({ ...finding, code: 'of-2031', subject: 'x', text })
  const path = 'C:\\Users\\Nora Lind\\x.exe'
  const file = {
    ...base,
    ...{
      findings: [...base.findings, said(`Then ${path}`)],
      findingsThen: [{ ...said(`Once ${path}`), code: 'look-alike' }],
    },
    ...{ later: { path }, redacted: { on: false, removed: ['names'] } },
  }
  const made = (isRedacted: boolean, of: object) => {
    const read = parseReport(JSON.stringify(of))
    if (!read.ok) throw new Error(read.failure.code)
    return composeReport(
      { inspection, read: read.value, recording: pluggedIn(), isRedacted },
      app,
      words,
    )
  }
  const plain = { ...file, later: undefined }
  for (const of of [file, plain]) {
    const json = JSON.stringify(made(true, of))
    expect(json).not.toContain('Nora')
    expect(json).toContain('Once ')
    expect(made(true, of).redacted?.removed).toContain('names')
    expect(JSON.stringify(made(false, of))).toContain('Nora Lind')
    expect(made(false, of).redacted).toBeUndefined()
  }
  expect(JSON.stringify(made(true, file))).toContain('"later":{')
  await expect(differences(made(false, file), made(true, file)).join('\n')).toMatchFileSnapshot(
    join(keptForms, 'redacted-opened.txt'),
  )
})
