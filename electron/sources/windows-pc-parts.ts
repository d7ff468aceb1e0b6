/** The parts of what a Windows PC has: who reads each, how long it may take, and how long its answer is good for. */
import { unknownPcFacts } from '../../shared/model/pc-facts.ts'
import { skipped } from '../../shared/model/probe.ts'
import type { PcPart, PcParts } from './pc-facts-source.ts'
import { pcServices } from './pc-services.ts'
import type { Sources } from './sources.ts'

/** What several parts ask; each answer is asked once for all of them. */
export type SharedQuestions = Pick<Sources, 'services' | 'places' | 'file' | 'list'>

/** What a program may change at any moment. */
const freshMs = 2_000
/** What changes when somebody installs something or moves a switch. */
const settledMs = 10_000
/** What costs many small reads. */
const dearMs = 60_000

/** Of what lies in the registry or in memory. */
const quickMs = 1_500
/** Of what many files must be opened for. */
const filesMs = 8_000

export function windowsPcParts(shared: SharedQuestions): PcParts {
  const unread = unknownPcFacts('', skipped('not-checked'))
  return {
    windows: notYet(unread.windows, quickMs, settledMs),
    services: { read: pcServices(shared), deadlineMs: filesMs, keptMs: freshMs },
    serviceEvents: notYet(unread.serviceEvents, quickMs, dearMs),
    startup: notYet(unread.startup, filesMs, settledMs),
    packages: notYet(unread.packages, filesMs, settledMs),
    neededFiles: notYet(unread.neededFiles, filesMs, settledMs),
    drivers: notYet(unread.drivers, filesMs, settledMs),
    devices: notYet(unread.devices, quickMs, freshMs),
    driverPolicies: notYet(unread.driverPolicies, quickMs, settledMs),
    pairing: notYet(unread.pairing, filesMs, settledMs),
    backups: notYet(unread.backups, filesMs, dearMs),
    systemDriveFree: notYet(unread.systemDriveFree, filesMs, settledMs),
    network: notYet(unread.network, quickMs, settledMs),
    nameProvider: notYet(unread.nameProvider, filesMs, settledMs),
    otherMakers: notYet(unread.otherMakers, quickMs, settledMs),
    isInstalling: notYet(unread.isInstalling, quickMs, freshMs),
  }
}

/** A part that nobody reads yet. */
function notYet<T>(unknown: T, deadlineMs: number, keptMs: number): PcPart<T> {
  return { read: () => Promise.resolve(unknown), deadlineMs, keptMs }
}
