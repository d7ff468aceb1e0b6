/** Looks at what this PC has beside its processes, one at a time. */
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import { shareRun } from '../async/shared-run.ts'
import type { Sources } from '../sources/sources.ts'

export interface PcFactsTasks {
  /** Looks anew, or joins the look that is under way. */
  readonly read: () => Promise<PcFacts>
  /** The last look. */
  readonly latest: () => PcFacts | undefined
  /** The window has gone: nobody waits for what is still being asked. */
  readonly cancel: () => void
}

export function openPcFactsTasks(sources: Pick<Sources, 'pcFacts'>): PcFactsTasks {
  const looks = shareRun<never, PcFacts, PcFacts>(
    (context) => sources.pcFacts(context),
    (facts) => facts,
  )
  return { read: () => looks.run(() => {}), latest: looks.latest, cancel: looks.cancel }
}
