/**
 * A service as its registry key describes it. Everybody may read there, also where the service manager refuses; the
 * values may be of any type and any length.
 */
import type { RecoveryAction } from '../../../shared/model/pc-facts.ts'
import { failed, known, type Probe } from '../../../shared/model/probe.ts'
import type { ServiceStartType } from '../../../shared/model/service.ts'
import { listRegistryKeys, readRegistryValue, readRegistryValues } from '../registry/registry.ts'
import type { RegistryValue } from '../bytes/read-registry-value.ts'

const servicesKey = 'SYSTEM\\CurrentControlSet\\Services'

export interface ServiceKey {
  readonly startType: ServiceStartType
  readonly isDelayed: boolean
  readonly hasTrigger: boolean
  readonly account: string
  /** As it is written, in which variables may stand. */
  readonly imagePath: string
  readonly dependsOn: readonly string[]
  readonly recovery: readonly RecoveryAction[]
  /** Perhaps a reference such as `@wiaservc.dll,-9`. */
  readonly description: string | null
  readonly displayName: string | null
}

const startTypes: readonly ServiceStartType[] = [
  'boot',
  'system',
  'automatic',
  'manual',
  'disabled',
]

const valueNames = [
  'Start',
  'ImagePath',
  'DelayedAutostart',
  'ObjectName',
  'DependOnService',
  'DependOnGroup',
  'FailureActions',
  'Description',
  'DisplayName',
] as const

/** More than Windows takes as a command line is no command line. */
const longestText = 32_767
/** A service that depends on more than this is somebody's joke. */
const mostDependencies = 64

/** Null when there is no such key. Not known when its command line cannot be read. */
export function readServiceKey(keyName: string): Probe<ServiceKey | null> {
  // Windows reads such a name up to its NUL, and a backslash as the way into another key.
  if (keyName === '' || /[\0\\]/.test(keyName)) return failed('unreadable')
  const key = `${servicesKey}\\${keyName}`
  const values = readRegistryValues('HKLM', key, valueNames)
  if (values.state !== 'known') return values
  if (values.value === null) return known(null)
  const byName = new Map(valueNames.map((name, at) => [name, values.value?.[at]]))
  const read = (name: (typeof valueNames)[number]): RegistryValue | null => {
    const value = byName.get(name)
    return value?.state === 'known' ? value.value : null
  }
  for (const name of ['Start', 'ImagePath'] as const) {
    const value = byName.get(name)
    if (value !== undefined && value.state !== 'known') return value
  }
  const start = read('Start')
  const imagePath = textOf(read('ImagePath'))
  if (start === null && imagePath === null) return known(null)
  if (imagePath === null || imagePath.length > longestText) return failed('unreadable')
  const setUp: ServiceKey = {
    startType: start?.kind === 'number' ? (startTypes[start.number] ?? 'unknown') : 'unknown',
    isDelayed: isOne(read('DelayedAutostart')),
    hasTrigger: isStartedByTrigger(`${key}\\TriggerInfo`),
    account: shortText(read('ObjectName')) ?? '',
    imagePath,
    dependsOn: [
      ...textsOf(read('DependOnService')),
      ...textsOf(read('DependOnGroup')).map((name) => `+${name.replace(/^\+/, '')}`),
    ].slice(0, mostDependencies),
    recovery: recoveryOf(read('FailureActions')),
    description: shortText(read('Description')),
    displayName: shortText(read('DisplayName')),
  }
  return known(setUp)
}

/** Windows's own have at most a handful. */
const mostTriggers = 16
/** SERVICE_TRIGGER_ACTION_SERVICE_STOP. https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_trigger */
const stops = 2

/** Some events stop a service, such as a PC that leaves its domain: those start nothing. */
function isStartedByTrigger(key: string): boolean {
  const triggers = listRegistryKeys('HKLM', key, mostTriggers)
  return (
    triggers.state === 'known' &&
    triggers.value.some((name) => {
      const action = readRegistryValue('HKLM', `${key}\\${name}`, 'Action')
      return !(
        action.state === 'known' &&
        action.value?.kind === 'number' &&
        action.value.number === stops
      )
    })
  )
}

/** The command line alone: a first look at every service there is. */
export function readImagePath(keyName: string): string | null {
  if (keyName === '' || /[\0\\]/.test(keyName)) return null
  const value = readRegistryValue('HKLM', `${servicesKey}\\${keyName}`, 'ImagePath')
  return value.state === 'known' ? textOf(value.value) : null
}

function textOf(value: RegistryValue | null): string | null {
  return value?.kind === 'text' || value?.kind === 'expandable-text' ? value.text : null
}

/** What is only shown need not be whole. */
function shortText(value: RegistryValue | null): string | null {
  const text = textOf(value)
  return text === null || text === '' ? null : text.slice(0, 2_000)
}

/** A list; some writers put one name alone as text. */
function textsOf(value: RegistryValue | null): readonly string[] {
  const one = textOf(value)
  const texts = value?.kind === 'texts' ? value.texts : one === null ? [] : [one]
  return texts.filter((text) => text !== '').map((text) => text.slice(0, 256))
}

function isOne(value: RegistryValue | null): boolean {
  return value?.kind === 'number' && value.number === 1
}

const actions: readonly RecoveryAction[] = ['none', 'restart', 'reboot', 'run-command']

/**
 * SERVICE_FAILURE_ACTIONS as the registry keeps it, pointers as 32 bits: period, message, command, count, and where the
 * actions begin, each with its kind and its delay.
 * https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_failure_actionsw
 */
export function recoveryOf(value: RegistryValue | null): readonly RecoveryAction[] {
  if (value?.kind !== 'bytes' || value.bytes.length < 20) return []
  const { bytes } = value
  const count = Math.min(bytes.readUInt32LE(12), 16)
  const begin = 20
  return Array.from({ length: count }, (_, at) => begin + 8 * at)
    .filter((offset) => offset + 8 <= bytes.length)
    .map((offset) => actions[bytes.readUInt32LE(offset)] ?? 'none')
}
