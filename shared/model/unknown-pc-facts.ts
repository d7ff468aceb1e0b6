/** Nothing of what a PC has could be looked at. */
import type { PcFacts } from './pc-facts.ts'
import { startupPlaces } from './pc-parts.ts'
import type { Probe } from './probe.ts'

/** @param reason one for all. */
export function unknownPcFacts(takenAtUtc: string, reason: Probe<never>): PcFacts {
  return {
    takenAtUtc,
    kept: [],
    windows: reason,
    services: reason,
    serviceEvents: reason,
    startup: { read: startupPlaces.map((place) => ({ place, read: reason })), items: [] },
    packages: reason,
    neededFiles: [],
    drivers: reason,
    devices: reason,
    driverPolicies: reason,
    pairing: reason,
    backups: reason,
    systemDriveFree: reason,
    network: {
      category: reason,
      adapters: reason,
      userProxy: reason,
      machineProxy: reason,
      letIn: reason,
    },
    nameProvider: reason,
    otherMakers: reason,
    isInstalling: reason,
  }
}
