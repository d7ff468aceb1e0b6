/** The sources of this very PC. */
import { arch, release, version } from 'node:os'
import type { Machine } from '../../shared/model/inspection.ts'
import { otherSystemSources } from './other-system-sources.ts'
import type { Sources } from './sources.ts'
import { windowsSources } from './windows-sources.ts'

/** Make it once and keep it: it remembers what it need not ask again. @param language BCP 47 tag of the user interface, for the report. */
export function liveSources(language: string): Sources {
  const machine: Machine = {
    platform: process.platform,
    release: release(),
    ...(process.platform === 'win32' && { edition: version() }),
    arch: arch(),
    language,
  }
  return machine.platform === 'win32' ? windowsSources(machine) : otherSystemSources(machine)
}
