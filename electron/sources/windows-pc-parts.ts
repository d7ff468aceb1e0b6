/** The parts of what a Windows PC has: who reads each, how long it may take, and how long its answer is good for. */
import { readAppleDrivers } from '../win32/devices/apple-drivers.ts'
import { readBackupFolders } from '../win32/devices/backup-folders.ts'
import { readSystemDriveFree } from '../win32/files/free-space.ts'
import { readPairingFolder } from '../win32/devices/pairing-folder.ts'
import { readAppleDevices } from '../win32/devices/apple-devices.ts'
import { readDriverPolicies } from '../win32/devices/driver-policies.ts'
import { readNameProvider } from '../win32/network/name-provider.ts'
import { readWindowsFacts } from '../win32/installed/windows-facts.ts'
import { readNetworkFacts, readOtherMakersPrograms } from './pc-network.ts'
import { keptFor } from '../async/kept-for.ts'
import { readIsInstalling } from '../win32/installed/installer-state.ts'
import type { PcParts } from './pc-facts-source.ts'
import { pcNeededFiles, pcPackages } from './pc-packages.ts'
import { pcServiceEvents } from './pc-service-events.ts'
import { pcServices } from './pc-services.ts'
import { pcStartup } from './pc-startup.ts'
import type { SharedQuestions } from './sources.ts'

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
  // Several parts ask for each of them in one look.
  const listed = keptFor(
    freshMs / 2,
    shared.services,
    () => '',
    ({ state }) => state === 'known',
  )
  const services = keptFor(freshMs / 2, pcServices({ ...shared, services: listed }), () => '')
  const packages = keptFor(freshMs / 2, pcPackages(shared), () => '')
  return {
    windows: { read: () => readWindowsFacts(), deadlineMs: quickMs, keptMs: settledMs },
    services: { read: services, deadlineMs: filesMs, keptMs: freshMs },
    serviceEvents: { read: pcServiceEvents(services), deadlineMs: filesMs, keptMs: settledMs },
    startup: { read: pcStartup(shared), deadlineMs: filesMs, keptMs: settledMs },
    packages: { read: packages, deadlineMs: filesMs, keptMs: settledMs },
    neededFiles: {
      read: pcNeededFiles(shared, packages),
      deadlineMs: filesMs,
      keptMs: settledMs,
    },
    drivers: {
      read: ({ signal }) => readAppleDrivers(signal),
      deadlineMs: filesMs,
      keptMs: dearMs,
    },
    devices: {
      read: ({ signal }) => readAppleDevices(signal),
      deadlineMs: quickMs,
      keptMs: freshMs,
    },
    driverPolicies: {
      read: () => Promise.resolve(readDriverPolicies()),
      deadlineMs: quickMs,
      keptMs: settledMs,
    },
    pairing: {
      read: ({ signal }) => readPairingFolder(signal),
      deadlineMs: filesMs,
      keptMs: settledMs,
    },
    backups: { read: () => readBackupFolders(), deadlineMs: filesMs, keptMs: settledMs },
    systemDriveFree: { read: () => readSystemDriveFree(), deadlineMs: filesMs, keptMs: settledMs },
    network: { read: readNetworkFacts, deadlineMs: quickMs, keptMs: settledMs },
    nameProvider: {
      read: ({ signal }) => readNameProvider(signal),
      deadlineMs: filesMs,
      keptMs: dearMs,
    },
    otherMakers: {
      read: (asking) => readOtherMakersPrograms({ ...shared, services: listed }, asking),
      deadlineMs: quickMs,
      keptMs: settledMs,
    },
    isInstalling: {
      read: () => Promise.resolve(readIsInstalling()),
      deadlineMs: quickMs,
      keptMs: freshMs,
    },
  }
}
