/** What can this very PC tell, here and now? */
import { arch, release } from 'node:os'
import { listWithPsList } from '../processes/list-with-ps-list.ts'
import type { Sources } from './sources.ts'

/** @param language BCP 47 tag of the user interface, for the report. */
export function liveSources(language: string): Sources {
  return {
    machine: { platform: process.platform, release: release(), arch: arch(), language },
    clock: () => new Date(),
    list: listWithPsList,
  }
}
