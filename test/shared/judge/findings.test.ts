import { expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import {
  judgeFindings as judge,
  needsAttention,
  type FindingsQuestion,
} from '../../../shared/judge/findings.ts'
import { itunesPlaces } from '../../fixtures/itunes-pc.ts'
import { known } from '../../../shared/model/probe.ts'
import type { InspectedProcess, Machine } from '../../../shared/model/inspection.ts'

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
  expect(needsAttention(judgeFindings({ isListComplete: false }))).toBe(true)
})

test('another system is said to be one, without alarm', () => {
  const findings = judgeFindings({ machine: { ...windows, platform: 'linux' } })
  expect(findings).toEqual([{ code: 'not-windows', severity: 'info', subject: 'linux' }])
})
