/** What runs now: one row for each running program, what is serious first. */
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection, Instance } from '../../shared/model/inspection.ts'
import type { Probe } from '../../shared/model/probe.ts'
import { shownMemory } from '../../shared/model/process.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import type { Words } from '../../shared/text/words.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { processKey } from '../inspection/process-key.ts'
import { shownTrust } from '../inspection/shown-trust.ts'
import { levels, type Level } from '../parts/LevelSign.tsx'
import { findingsAbout, levelOf } from '../inspection/verdict-level.ts'

export interface RunningRow {
  /** Of the row in Processes. */
  readonly id: string
  readonly pid: number
  /** What it is called; of what is not Apple's only its file's name. */
  readonly name: string
  /** The file's name, or where it is. */
  readonly below: string
  readonly what: string
  readonly memory: Probe<number>
  readonly verdict: string
  readonly level: Level
}

const isBad = (level: Level) => level === 'danger' || level === 'attention'

export function runningRows(
  words: Words,
  { processes, lookAlikes }: Pick<Inspection, 'processes' | 'lookAlikes'>,
  findings: readonly Finding[],
): readonly RunningRow[] {
  const { t } = words
  const base = (instance: Instance, id: string, verdict: string) => {
    const trust = shownTrust(instance)
    const about = findingsAbout(findings, instance.pid)
    const level = levelOf(trust, about)
    const path = instance.imagePath.state === 'known' ? instance.imagePath.value : ''
    return { id, pid: instance.pid, memory: shownMemory(instance), verdict, level, path, trust }
  }
  const known = processes.flatMap((process) =>
    process.instances.map((instance): RunningRow => {
      const trust = shownTrust(instance)
      const { path, level, ...row } = base(instance, process.id, t(`window.trust.${trust}`))
      const { name, summary } = wordsOfProcess(words, process.id)
      const isForeign = trust === 'wrong-signer' || trust === 'unsigned' || trust === 'tampered'
      return {
        ...row,
        level,
        name: isForeign ? process.imageName : name,
        below: isBad(level) && path !== '' ? shortText(path, 120) : process.imageName,
        what: isForeign ? t('overview.unknownWhat') : summary,
      }
    }),
  )
  const alike = lookAlikes.map((one): RunningRow => {
    const { path, level, trust, ...row } = base(one, processKey(one), t('overview.lookAlike'))
    return {
      ...row,
      level: level === 'good' || level === 'quiet' ? 'info' : level,
      name: shortText(one.name, 80),
      below: path === '' ? t(`window.trust.${trust}`) : shortText(path, 120),
      what: t(`window.lookAlike.${one.why}`, { resembles: one.resembles }),
    }
  })
  const rank = ({ level }: RunningRow) => -levels.indexOf(level)
  // The order of the catalogue stays within a level.
  const worst = [...known, ...alike].filter(({ level }) => isBad(level))
  const rest = [...known, ...alike].filter(({ level }) => !isBad(level))
  return [...worst.sort((a, b) => rank(a) - rank(b)), ...rest]
}

/** All of them together; undefined where one of them is not known. */
export function memoryOf(rows: readonly RunningRow[]): number | undefined {
  let sum = 0
  for (const { memory } of rows) {
    if (memory.state !== 'known') return undefined
    sum += memory.value
  }
  return rows.length === 0 ? undefined : sum
}
