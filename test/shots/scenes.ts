/**
 * Which views and states are there pictures of? Each with fixed answers of the main process, so that two pictures of a
 * scene are the same; the words and drawings are the program's own.
 */
import { failure, success } from '../../shared/model/result.ts'
import { known } from '../../shared/model/probe.ts'
import { inspect } from '../../electron/inspection/inspect.ts'
import { lookAtConnections as look } from '../../electron/inspection/look-at-connections.ts'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { connectionFacts, hostsFileOf, hostsText, listenerOf } from '../fixtures/connections.ts'
import { itunesPc } from '../fixtures/itunes-pc.ts'
import { pcFacts } from '../fixtures/pc-facts.ts'
import { wholeCheck } from '../renderer/connections/made-up-check.ts'
import { inTurn, press, scrollTo, type Scene } from './scene.ts'
import { answersOf, scenesOfFix } from './scenes-of-fix.ts'
import { scenesOfInstallations } from './scenes-of-installations.ts'
import { scenesOfProcesses } from './scenes-of-processes.ts'
import { scenesOfReports } from './scenes-of-reports.ts'
import { scenesOfSearch } from './scenes-of-search.ts'
import { servicesFacts } from './services-facts.ts'
import { states } from './states.ts'

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

const readPcFacts = success(pcFacts)
const nothingOfApple = (await answersOf('nothing-of-apple')).readPcFacts
const start = (state: keyof typeof states): Scene => ({
  name: `start-${state}`,
  view: 'overview',
  answers: { runInspection: success(states[state]), lookAtConnections, readPcFacts },
})
const good = { runInspection: success(states.good), lookAtConnections, readPcFacts }

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
  {
    ...start('nothing'),
    answers: { ...start('nothing').answers, readPcFacts: nothingOfApple },
  },
  ...scenesOfInstallations,
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
    prepare: press('button:enabled:visible'),
  },
  {
    name: 'connections-servers',
    view: 'connections',
    answers: {
      ...good,
      lookAtConnections: await lookWith(hostsText),
      checkConnections: success(wholeCheck(trouble)),
    },
    prepare: inTurn(
      press('button:enabled:visible'),
      scrollTo('[role="grid"], [role="table"], [role="treegrid"], main ul[aria-labelledby]'),
    ),
  },
  {
    name: 'services-good',
    view: 'services',
    answers: { ...good, readPcFacts: (await answersOf('an iTunes of today')).readPcFacts },
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
  ...scenesOfFix,
  ...scenesOfProcesses(good),
  ...scenesOfReports(good),
  ...scenesOfSearch(good),
  { name: 'help', view: 'help', answers: good },
  { name: 'settings', view: 'settings', answers: good },
]
