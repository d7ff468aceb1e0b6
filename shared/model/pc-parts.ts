/** The parts of what a PC has, and lists of words that are asked for one by one. */

/** In the order in which they stand in a report. */
export const pcPartNames = [
  'windows',
  'services',
  'serviceEvents',
  'startup',
  'packages',
  'neededFiles',
  'drivers',
  'devices',
  'driverPolicies',
  'pairing',
  'backups',
  'systemDriveFree',
  'network',
  'nameProvider',
  'otherMakers',
  'isInstalling',
] as const
export type PcPartName = (typeof pcPartNames)[number]

/** Where Windows keeps what it starts by itself. */
export const startupPlaces = [
  'run-key',
  'run-policy',
  'startup-folder',
  'scheduled-task',
  'store-task',
] as const

export const networkCategories = ['public', 'private', 'domain'] as const

/** Of Windows: Windows Image Acquisition, which hands photos of a phone on, and the Windows Installer. */
export const servicesOfWindows = ['stisvc', 'msiserver'] as const
