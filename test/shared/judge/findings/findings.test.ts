import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import {
  judgeFindings as judge,
  needsAttention,
  severityOf,
  worstFirst,
  worstOf,
  type FindingsQuestion,
} from '../../../../shared/judge/findings/findings.ts'
import { actionOf } from '../../../../shared/judge/findings/actions.ts'
import { itunesPlaces } from '../../../fixtures/itunes-pc.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import type {
  AbsenceCode,
  InspectedProcess,
  Instance,
  Machine,
  Trust,
} from '../../../../shared/model/inspection.ts'
import { denied, failed, known, skipped } from '../../../../shared/model/probe.ts'
import type { ListedService } from '../../../../shared/model/service.ts'
import { unlooked } from '../../../fixtures/judged-program.ts'
import { listed } from '../../../fixtures/listed.ts'

const windows: Machine = { platform: 'win32', release: '10.0.22631', arch: 'x64', language: 'en' }
const { processes: catalogue } = readCatalogue()

const judgeFindings = (more: Partial<FindingsQuestion>) =>
  judge({
    machine: windows,
    isListComplete: true,
    catalogue,
    processes: [],
    lookAlikes: [],
    strangers: [],
    autostart: { processes: [] },
    places: itunesPlaces,
    services: [],
    takenAtUtc: '2026-11-22T20:00:00.000Z',
    ...more,
  })
const ticked = { state: 'ticked', code: 'x', rule: 'name', values: {} } as const
const noFacts = { name: ticked, folder: ticked, signer: ticked, originalName: ticked }
const instance = (more: Partial<Instance>): Instance => ({
  ...listed(7, 'x.exe', { imagePath: denied('needs-admin') }),
  ...unlooked,
  ...{ signature: denied('needs-admin'), trust: 'genuine', trustReason: null, facts: noFacts },
  ...more,
})
const running = (imageName: string): InspectedProcess => {
  const { id, group } = catalogue.find((entry) => entry.imageName === imageName)!
  return {
    id,
    imageName,
    group,
    status: 'running',
    absence: null,
    isInstalled: known(true),
    instances: [],
  }
}

test('a healthy Windows PC gives no findings', () => {
  expect(judgeFindings({ processes: [running('iTunesHelper.exe')] })).toEqual([])
})

test('QuickTime, which gets no security updates any more, needs attention while it runs', () => {
  const findings = judgeFindings({ processes: [running('qttask.exe')] })
  expect(findings).toEqual([
    { code: 'retired-unsafe-running', severity: 'attention', subject: 'qttask.exe' },
  ])
  expect(needsAttention(findings)).toBe(true)
})

test('a helper of a service that has ended is worth a word, no more', () => {
  const findings = judgeFindings({ processes: [running('dotmacsyncclient.exe')] })
  expect(findings.map(({ code }) => code)).toEqual(['retired-running'])
  expect(needsAttention(findings)).toBe(false)
})

test('a retired process that does not run is no finding', () => {
  const stopped = { ...running('qttask.exe'), status: 'not-running' as const }
  expect(judgeFindings({ processes: [stopped] })).toEqual([])
})

test('an incomplete list needs attention: what was not seen may still run', () => {
  const findings = judgeFindings({ isListComplete: false })
  expect(findings).toEqual([{ code: 'list-incomplete', severity: 'attention', subject: '' }])
  expect(needsAttention(findings)).toBe(true)
})

test('another system is said to be one, without alarm', () => {
  const findings = judgeFindings({ machine: { ...windows, platform: 'linux' } })
  expect(findings).toEqual([{ code: 'not-windows', severity: 'info', subject: 'linux' }])
})

test('a Windows that nobody could ask is said to be unchecked, and no list of names hides it', () => {
  const said = { code: 'windows-not-asked', severity: 'attention', subject: '' }
  expect(judgeFindings({ elevated: skipped('no-koffi') })).toEqual([said])
  expect(actionOf(judgeFindings({ elevated: skipped('no-koffi') })[0]!)).toMatchObject({
    id: 'unpack-again',
  })
  for (const elevated of [known(true), failed('windows-error'), skipped('cancelled'), undefined]) {
    expect(judgeFindings({ elevated })).toEqual([])
  }
})

test('somebody else’s account is told of only where it is known to be one', () => {
  const said = { code: 'other-account', severity: 'info', subject: '' }
  expect(judgeFindings({ isSignedIn: known(false) })).toEqual([said])
  for (const isSignedIn of [known(true), failed('windows-error'), undefined]) {
    expect(judgeFindings({ isSignedIn })).toEqual([])
  }
})

test('the worst comes first and counts, and a word of a newer version asks for attention', () => {
  const all = ['info', 'attention', 'danger', 'info'].map((severity) => ({ severity }) as Finding)
  expect(worstFirst(all).map(({ severity }) => severity)).toEqual([
    ...['danger', 'attention', 'info', 'info'],
  ])
  expect([all, all.slice(0, 2), all.slice(0, 1), []].map(worstOf)).toEqual([
    ...['danger', 'attention', 'info', 'none'],
  ])
  expect(severityOf({ severity: 'critical' })).toBe('attention')
  expect(worstOf([{ severity: 'critical' }, { severity: 'info' }])).toBe('attention')
  expect(needsAttention([{ severity: 'critical' }])).toBe(true)
  expect(needsAttention([])).toBe(false)
})

test('a retired program is told of unless every one that runs is somebody else’s', () => {
  const told = (...trusts: readonly Trust[]) =>
    judgeFindings({
      processes: [
        { ...running('qttask.exe'), instances: trusts.map((trust) => instance({ trust })) },
      ],
    })
      .map(({ code }) => code)
      .filter((code) => code.startsWith('retired'))
  expect(told('genuine')).toEqual(['retired-unsafe-running'])
  expect(told('cannot-tell')).toEqual(['retired-unsafe-running'])
  expect(told('wrong-signer', 'genuine')).toEqual(['retired-unsafe-running'])
  expect(told('wrong-signer', 'unsigned')).toEqual([])
})

describe('the service of a program', () => {
  const name = 'AppleMobileDeviceService.exe'
  const about = (
    process: Partial<InspectedProcess>,
    more: Partial<FindingsQuestion> & { readonly listed?: Partial<ListedService> } = {},
  ) =>
    judgeFindings({
      processes: [{ ...running(name), ...process }],
      services: [
        {
          processId: 'apple-mobile-device-service',
          listed: known({ ...stopped, ...more.listed }),
        },
      ],
      ...more,
    })
  const stopped: ListedService = {
    ...{ keyName: 'Apple Mobile Device Service', displayName: 'x', state: 'stopped', pid: null },
  }
  const absent = (code: AbsenceCode) => ({
    status: 'not-running' as const,
    absence: { code, isNormal: false },
  })

  test.each<[AbsenceCode, Finding['severity'] | null]>([
    ['service-stopped', 'attention'],
    ['service-disabled', 'attention'],
    ['service-missing', 'attention'],
    ['service-manual', 'attention'],
    ['service-paused', 'attention'],
    ['service-file-gone', 'attention'],
    ['service-account-changed', 'attention'],
    ['service-starting', 'info'],
    ['service-stopping', 'info'],
    ['not-installed', null],
    ['not-needed', null],
    ['cannot-tell', null],
  ])('that does not run, %s: %s', (code, severity) => {
    expect(about(absent(code))).toEqual(
      severity === null ? [] : [{ code, severity, subject: name }],
    )
  })

  test('that ended by itself is told with what it said last', () => {
    const values = (
      lastExit: ListedService['lastExit'],
      state: ListedService['state'] = 'stopped',
    ) => about(absent('service-stopped'), { listed: { lastExit, state } })[0]?.values
    expect(values({ code: 1066, ownCode: 5 })).toEqual({ exit: '1066', ownExit: '5' })
    expect(values({ code: 0, ownCode: 0 })).toBeUndefined()
    expect(values(undefined)).toBeUndefined()
    // What it said before it was started again is not why it does not run now.
    expect(values({ code: 1066, ownCode: 5 }, 'start-pending')).toBeUndefined()
  })

  test('whose name only an impostor has is told of all the same', () => {
    const hiddenAbsences = new Map([
      ['apple-mobile-device-service', { code: 'service-disabled', isNormal: false } as const],
    ])
    const one = { instances: [instance({ trust: 'wrong-signer', facts: noFacts })] }
    expect(about(one, { hiddenAbsences }).map(({ code }) => code)).toContain('service-disabled')
  })

  const started = (
    startedAtUtc: Instance['startedAtUtc'],
    state: ListedService['state'],
    pid = 7,
  ) =>
    about({ instances: [instance({ pid: 7, startedAtUtc })] }, { listed: { state, pid } }).map(
      ({ code, severity }) => `${code} ${severity}`,
    )

  test('that runs and is paused, on its way, or well', () => {
    const at = known('2026-11-22T19:59:00.000Z')
    expect(started(at, 'running')).toEqual([])
    expect(started(at, 'paused')).toEqual(['service-paused attention'])
    expect(started(at, 'pause-pending')).toEqual(['service-paused attention'])
    expect(started(at, 'stop-pending')).toEqual(['service-stopping info'])
    expect(started(at, 'start-pending')).toEqual(['service-starting info'])
    // Another program of the same name is not the service.
    expect(started(at, 'paused', 8)).toEqual([])
  })

  test('that has been starting for two minutes hangs', () => {
    expect(started(known('2026-11-22T19:58:00.000Z'), 'start-pending')).toEqual([
      'service-hanging attention',
    ])
    expect(started(known('2026-11-22T19:58:00.001Z'), 'start-pending')).toEqual([
      'service-starting info',
    ])
    expect(started(denied('needs-admin'), 'start-pending')).toEqual(['service-starting info'])
  })
})

test('a process that this catalogue does not have, of a report of another version, is no finding', () => {
  const gone = { ...running('iTunesHelper.exe'), id: 'gone' }
  const instances = [instance({ trust: 'unsigned' })]
  expect(judgeFindings({ processes: [{ ...gone, instances }] })).toEqual([])
})
