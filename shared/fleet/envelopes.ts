/**
 * Envelopes: in which shape an engine hands out answers, told by their content. Each record (a line of a log, an
 * element of an answer, a row of a table) becomes answers of hosts.
 */
import { firstTextIn, isRow, textIn, textOf, type Row } from './cells.ts'
import type { FleetProblem } from '../model/fleet.ts'

/** One host's answer, before anything is judged. */
export interface HostAnswer {
  /** Empty where the envelope does not tell. */
  readonly host: string
  /** With its kind in front; null where there is none. */
  readonly id: string | null
  /** As the engine wrote it. */
  readonly at: unknown
  /** Name of the question; empty where the envelope does not tell. */
  readonly query: string
  /** `all`: the whole answer; the others are changes of an earlier one. */
  readonly change: 'all' | 'added' | 'removed'
  readonly rows: readonly unknown[]
}

export type Recognised =
  | { readonly kind: 'hosts'; readonly answers: readonly HostAnswer[] }
  /** A report, a line or an answer of this program's own script: whole, or out of an engine's envelope. */
  | {
      readonly kind: 'own'
      readonly value: Row
      readonly host: string
      readonly id: string | null
      readonly at: unknown
    }
  | {
      readonly kind: 'problem'
      readonly problem: FleetProblem
      readonly detail: string
      readonly host: string
    }

/** Longer than what an engine says of an error. */
const longestDetail = 200

export function recognise(record: unknown): Recognised {
  if (!isRow(record)) return problem('unknown-kind')
  if (isLine(record)) return { kind: 'own', value: record, host: '', id: null, at: undefined }
  if (isOwn(record)) {
    return {
      kind: 'own',
      value: record,
      host: hostIn(record),
      id: idIn(record),
      at: record['last_fetched'],
    }
  }
  if (Array.isArray(record['snapshot'])) return osquery(record, 'all', record['snapshot'])
  if (isRow(record['diffResults'])) return batch(record, record['diffResults'])
  const action = record['action']
  if (isRow(record['columns']) && (action === 'added' || action === 'removed')) {
    return osquery(record, action, [record['columns']])
  }
  const asked = isRunState(record) ? record : withSmallLetters(record)
  if (isRunState(asked)) return graph(asked)
  const isOfHost = 'host_id' in record
  if (isOfHost && 'columns' in record) return fleetElement(record)
  if ((isOfHost || 'host' in record) && ('rows' in record || 'error' in record))
    return fleetctl(record)
  // A bare row, as osqueryi and a table as CSV give it.
  const host = hostIn(record)
  const error = textIn(record, 'error')
  if (error !== '' && !('name' in record) && !('inspector' in record)) {
    return problem('error-row', error, host)
  }
  return hosts({
    host,
    id: idIn(record),
    at: record['last_fetched'] ?? record['unixTime'],
    query: '',
    change: 'all',
    rows: [record],
  })
}

/** A line of `--format line`. */
const isLine = (record: Row): boolean =>
  typeof record['v'] === 'number' && 'catalogueVersion' in record

/** A report (`schemaVersion`), or what the script of an engine prints. */
function isOwn(record: Row): boolean {
  return (
    (typeof record['schemaVersion'] === 'number' && 'processes' in record) ||
    // As a row of SQL its cells are texts, as a script's answer they are arrays.
    (typeof record['inspector'] === 'string' && !('columns' in record))
  )
}

function hosts(...answers: readonly HostAnswer[]): Recognised {
  for (const { host, id, at, change, rows } of answers) {
    const [first] = rows
    // What was removed is what an earlier look had found.
    if (isOwnRow(first) && change !== 'removed') return { kind: 'own', value: first, host, id, at }
  }
  return { kind: 'hosts', answers: answers.filter(({ rows }) => !isOwnRow(rows[0])) }
}

const isOwnRow = (row: unknown): row is Row => isRow(row) && typeof row['inspector'] === 'string'

const problem = (code: FleetProblem, detail = '', host = ''): Recognised => ({
  kind: 'problem',
  problem: code,
  detail: detail.slice(0, longestDetail),
  host,
})

const hostNames = [
  'computer_name',
  'hostname',
  'host_name',
  'host_display_name',
  'computer',
  'device_name',
]
const hostIds = ['host_uuid', 'uuid', 'hardware_uuid']

function hostIn(row: Row): string {
  return firstTextIn(row, [
    'host_display_name',
    'host_name',
    'hostname',
    'host_hostname',
    'computer',
    'computer_name',
  ])
}

function idIn(row: Row): string | null {
  const fleet = textIn(row, 'host_id')
  return fleet === '' ? null : `fleet:${fleet.toUpperCase()}`
}

const identifiers = ['hostIdentifier', 'hostname', 'host_identifier']

function osqueryHost(record: Row): Pick<HostAnswer, 'host' | 'id' | 'at' | 'query'> {
  const decorations = isRow(record['decorations']) ? record['decorations'] : null
  const identifier = firstTextIn(record, identifiers)
  const uuid =
    (decorations === null ? '' : firstTextIn(decorations, hostIds)) || textIn(record, 'host_uuid')
  const host =
    (decorations === null ? '' : firstTextIn(decorations, hostNames)) ||
    firstTextIn(record, hostNames) ||
    identifier
  const id = uuid || identifier
  return {
    host,
    id: id === '' ? null : `osquery:${id.toUpperCase()}`,
    at: record['unixTime'] ?? record['unix_time'] ?? record['calendarTime'],
    query: textIn(record, 'name'),
  }
}

function osquery(record: Row, change: HostAnswer['change'], rows: readonly unknown[]): Recognised {
  const host = osqueryHost(record)
  if (rows.length === 0) return problem('no-rows', host.query, host.host)
  return hosts({ ...host, change, rows })
}

function batch(record: Row, results: Row): Recognised {
  const host = osqueryHost(record)
  const rowsOf = (change: 'added' | 'removed'): readonly unknown[] => {
    const rows = results[change]
    return Array.isArray(rows) ? rows : []
  }
  const [removed, added] = [rowsOf('removed'), rowsOf('added')]
  if (removed.length + added.length === 0) return problem('no-rows', host.query, host.host)
  return hosts(
    ...(removed.length === 0 ? [] : [{ ...host, change: 'removed' as const, rows: removed }]),
    ...(added.length === 0 ? [] : [{ ...host, change: 'added' as const, rows: added }]),
  )
}

/** An element of a report's `results`. */
function fleetElement(record: Row): Recognised {
  const host = hostIn(record)
  const error = textIn(record, 'error')
  if (error !== '') return problem('error-row', error, host)
  const { columns } = record
  if (!isRow(columns)) return problem('missing-columns', '', host)
  return hosts({
    host,
    id: idIn(record),
    at: record['last_fetched'],
    query: '',
    change: 'all',
    rows: [columns],
  })
}

/** A line of `fleetctl query`, or Fleet's answer for one host that was asked at once. */
function fleetctl(record: Row): Recognised {
  // What the window of a live query is sent names the host as an object.
  const asked = isRow(record['host']) ? record['host'] : null
  const host =
    asked === null
      ? textOf(record['host']) || hostIn(record)
      : firstTextIn(asked, ['display_name', 'hostname'])
  const id = asked === null ? idIn(record) : idIn({ host_id: asked['id'] })
  const error = record['error']
  if (error !== undefined && error !== null && error !== '') {
    return problem('error-row', textOf(error), host)
  }
  const rows = Array.isArray(record['rows']) ? record['rows'] : []
  if (rows.length === 0) return problem('no-rows', '', host)
  return hosts({ host, id, at: undefined, query: '', change: 'all', rows })
}

const isRunState = (record: Row): boolean =>
  'preRemediationDetectionScriptOutput' in record || 'detectionState' in record

/** Graph's module for PowerShell, and the table that Intune's page exports, begin each name with a capital. */
function withSmallLetters(row: Row): Row {
  if (!('PreRemediationDetectionScriptOutput' in row)) return row
  const { ManagedDevice: device } = row
  const small = (one: Row) =>
    Object.fromEntries(
      Object.entries(one).map(([key, cell]) => [
        key.slice(0, 1).toLowerCase() + key.slice(1),
        cell,
      ]),
    )
  return { ...small(row), ...(isRow(device) && { managedDevice: small(device) }) }
}

/** An element of `value` of Intune's run states, `managedDevice` expanded or not. */
function graph(record: Row): Recognised {
  const device = isRow(record['managedDevice']) ? record['managedDevice'] : {}
  const deviceId = textIn(device, 'id') || textIn(record, 'deviceId') || textIn(record, 'id')
  const host =
    firstTextIn(device, ['deviceName', 'managedDeviceName']) ||
    textIn(record, 'deviceName') ||
    deviceId
  const id = deviceId === '' ? null : `intune:${deviceId.toUpperCase()}`
  const output = textIn(record, 'preRemediationDetectionScriptOutput').trim()
  const error = textIn(record, 'preRemediationDetectionScriptError').trim()
  const state = textIn(record, 'detectionState')
  if (output === '') {
    return error !== '' || state === 'scriptError'
      ? problem('error-row', error, host)
      : problem('no-rows', state, host)
  }
  // Intune keeps the last line alone; other tools keep all of them.
  const line = output.split(/\r?\n/).at(-1)?.trim() ?? ''
  const value = parsed(line)
  if (!isRow(value)) return problem(line.startsWith('{') ? 'cut' : 'unknown-kind', '', host)
  const at = record['lastStateUpdateDateTime'] ?? record['modifiedTime']
  return { kind: 'own', value, host, id, at }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
