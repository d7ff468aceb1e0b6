/** A made-up bridge: answers are set by the test, calls are counted. */
import { vi, type Mock } from 'vitest'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import {
  askedChannels,
  listenerName,
  toldChannels,
  type Answer,
  type InspectorBridge,
} from '../../shared/ipc/channels.ts'
import { failure, success } from '../../shared/model/result.ts'
import type { Inspection, Instance, InspectionFailure } from '../../shared/model/inspection.ts'
import type { Fact } from '../../shared/model/evidence.ts'
import { unknownPlaces } from '../../shared/model/places.ts'
import { known, notToldByLister } from '../../shared/model/probe.ts'
import type { Language } from '../../shared/text/languages.ts'

export const catalogue = readCatalogue()

const notKnown: Fact = {
  state: 'unknown',
  code: 'not-known',
  rule: 'name',
  values: { reason: 'lister-does-not-tell' },
}
const unknownFacts = {
  name: { ...notKnown, state: 'ticked', code: 'same', values: { name: 'a.exe' } } as const,
  folder: notKnown,
  signer: notKnown,
  originalName: notKnown,
}

export function instance(pid: number, details: Partial<Instance> = {}): Instance {
  return {
    pid,
    parentPid: 4,
    name: 'a.exe',
    imagePath: notToldByLister,
    startedAtUtc: notToldByLister,
    workingSetBytes: notToldByLister,
    counts: notToldByLister,
    imagePathWay: null,
    signature: notToldByLister,
    version: notToldByLister,
    neighbours: [],
    owner: notToldByLister,
    services: notToldByLister,
    parentName: null,
    trust: 'cannot-tell',
    trustReason: 'lister-does-not-tell',
    facts: unknownFacts,
    ...details,
  }
}

/** A look at a PC where these image names run, each in so many instances. */
export function inspectionOf(
  running: Readonly<Record<string, number>>,
  details: Partial<Inspection> = {},
): Inspection {
  return {
    takenAtUtc: '2026-11-22T07:14:05.000Z',
    machine: { platform: 'win32', release: '10.0.22631', arch: 'x64', language: 'en-GB' },
    lister: 'ps-list',
    strangers: [],
    processesSeen: 214,
    processes: catalogue.processes.map(({ id, imageName, group }) => {
      const count = running[imageName] ?? 0
      return {
        id,
        imageName,
        group,
        status: count > 0 ? 'running' : 'not-running',
        absence: count > 0 ? null : { code: 'cannot-tell', isNormal: null },
        isInstalled: notToldByLister,
        instances: Array.from({ length: count }, (_, index) =>
          instance(4312 + index, { name: imageName }),
        ),
      }
    }),
    elevated: known(false),
    products: [],
    stack: { stack: 'cannot-tell', signs: [], unknown: [] },
    lookAlikes: [],
    otherApple: notToldByLister,
    services: [],
    autostart: { keys: [], processes: [] },
    places: unknownPlaces(notToldByLister),
    findings: [],
    ...details,
  }
}

export const blocked = failure<InspectionFailure>({
  code: 'helper-blocked',
  detail: 'spawn EACCES',
})

export const looked = (running: Readonly<Record<string, number>>): Answer<'runInspection'> =>
  success(inspectionOf(running))

/** A view that asks sets its own answer. */
const notAsked = failure({ code: 'internal', detail: 'this test gave no answer' } as const)

/** What the window's own start asks, and what every view may do without a word about it. */
const answers = (language: Language): Partial<InspectorBridge> => ({
  describeApp: () =>
    Promise.resolve(
      success({
        name: 'Process Inspector for iTunes',
        version: '0.1.0',
        electronVersion: '45.4.1',
        platform: 'win32',
        language,
        notices: [],
        listOptions: null,
        windowChoices: null,
        catalogue,
      }),
    ),
  runInspection: () => Promise.resolve(looked({ 'iTunesHelper.exe': 1 })),
  cancelInspection: () => Promise.resolve(success(null)),
  chooseLanguage: () => Promise.resolve(success(null)),
  rememberList: () => Promise.resolve(success(null)),
  rememberWindow: () => Promise.resolve(success(null)),
  zoom: () => Promise.resolve(success(100)),
  openLink: () => Promise.resolve(success(null)),
  copyText: () => Promise.resolve(success(null)),
  stopRecording: () => Promise.resolve(success(null)),
  saveReport: () => Promise.resolve(success(null)),
  chooseFiles: () => Promise.resolve(success(true)),
  openFiles: () => Promise.resolve(success(null)),
  recentReports: () => Promise.resolve(success([])),
  copySummary: () => Promise.resolve(success(null)),
  showFile: () => Promise.resolve(success(null)),
})

export type FakeBridge = { readonly [M in keyof InspectorBridge]: Mock<InspectorBridge[M]> }

export function fakeBridge(language: Language = 'en'): FakeBridge {
  const given: Readonly<Record<string, unknown>> = { ...answers(language) }
  const asked = askedChannels.map((name) => [
    name,
    vi.fn((given[name] as (() => unknown) | undefined) ?? (() => Promise.resolve(notAsked))),
  ])
  const told = toldChannels.map((name) => [listenerName(name), vi.fn(() => () => undefined)])
  return Object.fromEntries([...asked, ...told]) as FakeBridge
}
