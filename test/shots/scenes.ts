/**
 * Which views and states are there pictures of? Each with fixed answers of the main process, so that two pictures of a
 * scene are the same; the words and drawings are the program's own.
 */
import type { Page } from 'playwright-core'
import type { AskedChannel } from '../../shared/ipc/channels.ts'
import { packListing } from '../../shared/ipc/pack-listing.ts'
import { failure, success } from '../../shared/model/result.ts'
import { known } from '../../shared/model/probe.ts'
import { viewIds, type ViewId } from '../../renderer/frame/view-ids.ts'
import { inspect } from '../../electron/inspection/inspect.ts'
import { lookAtConnections as look } from '../../electron/inspection/look-at-connections.ts'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { connectionFacts, hostsFileOf, hostsText, listenerOf } from '../fixtures/connections.ts'
import { itunesPc } from '../fixtures/itunes-pc.ts'
import { listed, listing } from '../fixtures/listed.ts'
import ordinary from '../fixtures/ordinary-windows-names.json' with { type: 'json' }
import { pluggedIn } from '../fixtures/recording.ts'
import { wholeCheck } from '../renderer/connections/made-up-check.ts'
import { servicesFacts } from './services-facts.ts'
import { states } from './states.ts'

export interface Scene {
  readonly name: string
  readonly view: ViewId
  /** What the main process answers; null for an answer that does not come. */
  readonly answers: Partial<Record<AskedChannel, unknown>>
  /** Once the view is there. */
  readonly prepare?: (page: Page) => Promise<void>
}

const pc = itunesPc()
const catalogue = readCatalogue()

/** Looked at as the program does, on a PC with this hosts file where Apple's service has its port. */
async function lookWith(hosts: string) {
  const list = await pc.list({ signal: new AbortController().signal })
  const owner = (imageName: string, port: number) => {
    const process = list.ok
      ? list.value.processes.find(({ name }) => name === imageName)
      : undefined
    if (process?.startedAtUtc.state !== 'known') throw new Error(`${imageName} does not run`)
    return { ...listenerOf(process.pid, process.startedAtUtc.value), port }
  }
  const owners = [owner('AppleMobileDeviceService.exe', 27015), owner('mDNSResponder.exe', 5354)]
  const looked = await look({
    sources: pc,
    catalogue,
    connections: connectionFacts({
      hostsFile: hostsFileOf(hosts),
      listeners: () => Promise.resolve(known(owners)),
    }),
    inspect: ({ signal }) => inspect(pc, { catalogue, signal }),
  })
  if (!looked.ok) throw new Error(looked.failure.code)
  return success({ ...looked.value.look, takenAtUtc: '2026-11-22T07:14:05.000Z' })
}
/** The window looks by itself, in every scene. */
const lookAtConnections = await lookWith('127.0.0.1 localhost')

const chooseRow = (name: RegExp) => async (page: Page) => {
  await page.getByRole('row', { name }).first().click()
  // The list stands where it stood before a row was chosen in it.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('main *')) part.scrollTop = 0
  })
}
const start = (state: keyof typeof states): Scene => ({
  name: `start-${state}`,
  view: 'overview',
  answers: { runInspection: success(states[state]), lookAtConnections },
})
const good = { runInspection: success(states.good), lookAtConnections }

const names = [
  ...['System', 'smss.exe', 'csrss.exe', 'wininit.exe', 'services.exe'],
  ...['AppleMobileDeviceService.exe', 'mDNSResponder.exe', 'iTunesHelper.exe'],
  ...ordinary.sources
    .flatMap((source) => source.names)
    .filter((name) => /^[A-Z][a-z]{3,}[A-Z][A-Za-z]{3,}\.exe$/.test(name))
    .slice(0, 60),
]
const processes = listing(
  names.map((name, index) =>
    listed(4 * (index + 1), name, {
      parentPid: index < 4 ? 0 : index < 8 ? 20 : 4 * (Math.floor(index / 3) + 1),
      startedAtUtc: known(new Date(Date.UTC(2026, 10, 22, 7, 14, index)).toISOString()),
      workingSetBytes: known(1_500_000 + ((index * 7919) % 900) * 400_000),
      counts: known({ sessionId: index % 2, threads: 1 + (index % 30), handles: 60 + index * 7 }),
    }),
  ),
)

const trouble = { albert: 'intercepted', gs: 'hosts-file', itunes: 'timed-out' } as const

const serviceDisabled = {
  code: 'service-disabled',
  severity: 'attention',
  subject: 'AppleMobileDeviceService.exe',
} as const

export const scenes: readonly Scene[] = [
  start('good'),
  start('unsure'),
  start('look-closer'),
  start('stopped'),
  start('not-windows'),
  {
    name: 'start-slow',
    view: 'overview',
    answers: { runInspection: null, lookAtConnections },
    prepare: async (page) => {
      // What is said about a look that takes longer than two seconds.
      await page.locator('main button').first().waitFor()
    },
  },
  {
    name: 'start-failed',
    view: 'overview',
    answers: {
      runInspection: failure({ code: 'helper-blocked', detail: 'spawn EACCES: fastlist.exe' }),
      lookAtConnections,
    },
  },
  {
    name: 'processes',
    view: 'processes',
    answers: good,
    prepare: chooseRow(/^AppleMobileDeviceService\.exe/),
  },
  {
    name: 'search-look-alike',
    view: 'overview',
    answers: good,
    prepare: async (page) => {
      await page.locator('header').getByRole('combobox').fill('iTunesHe1per.exe')
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'all',
    view: 'processes',
    answers: { ...good, listProcesses: success(packListing(processes)) },
    prepare: async (page) => {
      await page.locator('.segments button').last().click()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'connections',
    view: 'connections',
    answers: good,
  },
  {
    name: 'connections-checked',
    view: 'connections',
    answers: {
      ...good,
      lookAtConnections: await lookWith(hostsText),
      checkConnections: success(wholeCheck(trouble)),
    },
    prepare: async (page) => {
      await page.locator('main button:enabled:visible').first().click()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'services',
    view: 'services',
    answers: {
      runInspection: success({ ...states.good, findings: [serviceDisabled] }),
      lookAtConnections,
      readPcFacts: success(servicesFacts),
    },
  },
  { name: 'reports', view: 'reports', answers: good },
  { name: 'help', view: 'help', answers: good },
  { name: 'settings', view: 'settings', answers: good },
  { name: 'fix', view: 'fix', answers: good },
  {
    name: 'recorder-done',
    view: 'fix',
    answers: { ...good, startRecording: success(pluggedIn()) },
    prepare: async (page) => {
      await page.locator('main button:enabled:visible').first().click()
      await page.waitForTimeout(600)
    },
  },
]

export const keyOf = (view: ViewId): string => `Control+${viewIds.indexOf(view) + 1}`
