/** Start-up entries in a report, both ways. */
import { runKeys, unknownRunKeys, type RunKeyContent } from '../../model/run-keys.ts'
import type { Autostart, RunEntry } from '../../model/autostart.ts'
import { known, skipped } from '../../model/probe.ts'
import { autostartWords } from '../../text/autostart-words.ts'
import type { Words } from '../../text/texts.ts'
import type { Report } from '../schema/report-schema.ts'

export function reportAutostart(
  { keys, processes }: Autostart,
  words: Words,
): Required<Pick<Report, 'autostart' | 'runKeys'>> {
  const day = dayIn(words)
  return {
    autostart: processes.map((judged) => {
      const { processId, state, offSinceUtc, reason, entries } = judged
      const text = autostartWords(words, judged, day)
      return {
        ...{ processId, state, offSinceUtc, reason, text },
        entries: entries.map(({ startsIt, program, place, access, signature, ...entry }) => ({
          ...runEntryOf(entry),
          startsIt,
          program,
          place,
          access,
          signature,
        })),
      }
    }),
    runKeys: keys.map(({ hive, view, read }) => ({ hive, view, read })),
  }
}

/** Writes the day of a moment, on this PC's calendar. */
export function dayIn({ language }: Words): (utc: string) => string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  return (utc) => format.format(new Date(utc))
}

function runEntryOf({ hive, view, valueName, command, startupSwitch }: RunEntry): RunEntry {
  return { hive, view, valueName, command, startupSwitch }
}

/** The Run keys as they were, as far as they concern us: what they come to is judged anew. */
export function runKeysIn({
  autostart = [],
  runKeys: keys = [],
}: Pick<Report, 'autostart' | 'runKeys'>): readonly RunKeyContent[] {
  const isSame = (a: Pick<RunEntry, 'hive' | 'view'>, b: typeof a) =>
    a.hive === b.hive && a.view === b.view
  if (keys.length === 0) return unknownRunKeys(skipped('not-checked'))
  return runKeys.map((key): RunKeyContent => {
    const read = keys.find((one) => isSame(one, key))?.read ?? skipped('not-checked')
    if (read.state !== 'known') return { ...key, entries: read }
    // One value may concern two processes.
    const byName = new Map<string, RunEntry>()
    for (const { entries } of autostart) {
      for (const entry of entries) {
        if (isSame(entry, key)) byName.set(entry.valueName, runEntryOf(entry))
      }
    }
    return { ...key, entries: known([...byName.values()]) }
  })
}
