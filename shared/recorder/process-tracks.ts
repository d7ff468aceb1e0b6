/** Tracks of processes. A number that was given to a second process is a second track. */
import { imageNameKey } from '../catalogue/match.ts'
import type { CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import type { SampledProcess } from '../model/recording.ts'
import { Track } from './track.ts'

export interface ProcessTrack {
  readonly pid: number
  readonly name: string
  /** Of the catalogue, by name. */
  readonly id: string | null
  readonly track: Track
}

interface Followed extends ProcessTrack {
  name: string
  id: string | null
  startedAtUtc: string | null
}

/** A port may be seen a look earlier or later than its process. */
const ownerSlackMs = 2500

export class ProcessTracks {
  readonly #idByName: ReadonlyMap<string, string>
  readonly #byPid = new Map<number, Followed[]>()

  constructor(catalogue: readonly CatalogueProcess[]) {
    this.#idByName = new Map(
      catalogue.map(({ imageName, id }) => [imageNameKey(imageName), id] as const),
    )
  }

  /**
   * @param beforeMs the look before; null for the first.
   * @param toleranceMs by how much the start time of one process may differ from look to look.
   */
  add(
    rows: readonly SampledProcess[],
    atMs: number,
    beforeMs: number | null,
    toleranceMs: number,
  ): void {
    const now = onePerPid(rows)
    for (const row of now.values()) {
      const tracks = this.#byPid.get(row.pid) ?? []
      const current = tracks.at(-1)
      if (current?.track.isThere === true && isSame(current, row, toleranceMs)) {
        current.track.seen(atMs, beforeMs ?? atMs, '')
        current.startedAtUtc ??= row.startedAtUtc
        if (current.name !== row.name) this.#rename(current, row.name)
        continue
      }
      current?.track.missed(atMs)
      const track = new Track(atMs, beforeMs, '', false)
      tracks.push({ ...row, id: this.#idOf(row.name), track })
      this.#byPid.set(row.pid, tracks)
    }
    for (const [pid, tracks] of this.#byPid) if (!now.has(pid)) tracks.at(-1)?.track.missed(atMs)
  }

  all(): readonly ProcessTrack[] {
    return [...this.#byPid.values()].flat()
  }

  /** Undefined when no process of that number was seen about that time. */
  find(pid: number, fromMs: number, toMs: number): ProcessTrack | undefined {
    return this.#byPid
      .get(pid)
      ?.find(
        ({ track: { firstSeenMs, lastSeenMs } }) =>
          firstSeenMs <= toMs + ownerSlackMs && lastSeenMs >= fromMs - ownerSlackMs,
      )
  }

  #idOf(name: string): string | null {
    return this.#idByName.get(imageNameKey(name)) ?? null
  }

  /** Elsewhere than on Windows a process may change its name: one that the catalogue knows says most about it. */
  #rename(process: Followed, name: string): void {
    const id = this.#idOf(name)
    if (process.id !== null || id === null) return
    process.name = name
    process.id = id
  }
}

/** A list that names a number twice is odd; in whatever order it does, the answer is the same. */
function onePerPid(rows: readonly SampledProcess[]): ReadonlyMap<number, SampledProcess> {
  const byPid = new Map<number, SampledProcess>()
  for (const row of rows) {
    const other = byPid.get(row.pid)
    if (other === undefined || identity(row) < identity(other)) byPid.set(row.pid, row)
  }
  return byPid
}

function identity({ startedAtUtc, name }: SampledProcess): string {
  return `${startedAtUtc ?? ''}\n${name}`
}

/** Where both start times are known they decide; else the name must do. */
function isSame(before: Followed, now: SampledProcess, toleranceMs: number): boolean {
  if (before.startedAtUtc === null || now.startedAtUtc === null) return before.name === now.name
  if (before.startedAtUtc === now.startedAtUtc) return true
  const apartMs = Math.abs(Date.parse(before.startedAtUtc) - Date.parse(now.startedAtUtc))
  return toleranceMs > 0 && apartMs <= toleranceMs
}
