/**
 * Apple's host names, known lines of hosts files, and the errors that they cause. Reads
 * `assets/connections/hosts-lines.json`.
 */
import data from '../../assets/connections/hosts-lines.json' with { type: 'json' }
import type { HostsLines } from './schemas/hosts-lines-schema.ts'

export type { HostsFindingCode, HostsOwner, HostsLines } from './schemas/hosts-lines-schema.ts'

export const readHostsLines = (): HostsLines => data as HostsLines
