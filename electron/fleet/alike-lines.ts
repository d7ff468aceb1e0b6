/**
 * Lines that differ from an earlier one in the PC's name and the time alone: what lies between names and times is
 * compared as bytes and not parsed. Of ten thousand answers a few hundred are different.
 */
import { numberOf } from '../../shared/fleet/cells.ts'
import type { OwnAnswer } from '../../shared/fleet/own-answer.ts'
import {
  createLineFrame,
  isText,
  partsOfLine,
  type FittedLine,
  type LineFrame,
} from './line-frame.ts'

export interface AlikeLines {
  /** The answer of an earlier line that was the same but for names and times, with those of this one. */
  readonly find: (bytes: Buffer, from: number, to: number) => OwnAnswer | undefined
  /**
   * @param answer what the text comes to.
   * @param read what another text comes to; null where it is no answer of this kind.
   */
  readonly learn: (
    text: string,
    answer: OwnAnswer,
    read: (text: string) => OwnAnswer | null,
  ) => void
}

const longestText = 65_536
const mostBytes = 4_000_000
const mostFrames = 4
const mostOfOneLength = 16

interface Facts {
  readonly bytes: Buffer
  readonly answer: OwnAnswer
  /** Which of the values is the name, the id and the time; -1 where it is the same in all. */
  readonly host: number
  readonly id: number
  readonly idKind: string
  readonly at: number
  /** Whether that time is a number, or counts only where its text is one. */
  readonly isSeconds: boolean
}

interface Frame extends LineFrame {
  readonly byLength: Map<number, Facts[]>
}

export function createAlikeLines(): AlikeLines {
  let frames: Frame[] = []
  let kept = 0

  /** Undefined where a value is empty or no time, and another one would stand for it. */
  const filled = (facts: Facts, bytes: Buffer, line: FittedLine): OwnAnswer | undefined => {
    const { answer, host, id, idKind, at, isSeconds } = facts
    const valueAt = (index: number) => bytes.toString('utf8', line.starts[index], line.ends[index])
    const name = host < 0 ? answer.host : valueAt(host)
    const own = id < 0 ? answer.id : id === host ? name : valueAt(id)
    if ((host >= 0 && name === '') || (id >= 0 && own === '')) return undefined
    const written = at < 0 ? answer.at : valueAt(at)
    const time = isSeconds ? numberOf(written) : written
    if (time === null) return undefined
    const fullId = own === null || id < 0 ? own : idKind + own.toUpperCase()
    return { host: name, id: fullId, at: time, kind: answer.kind, verdict: answer.verdict }
  }

  return {
    find: (bytes, from, to) => {
      for (const frame of frames) {
        const line = frame.fit(bytes, from, to)
        if (line === null) continue
        for (const facts of frame.byLength.get(line.end - line.begin) ?? []) {
          if (facts.bytes.compare(bytes, line.begin, line.end) === 0)
            return filled(facts, bytes, line)
        }
      }
      return undefined
    },
    learn: (text, answer, read) => {
      if (text.length > longestText) return
      const line = partsOfLine(text)
      const { parts, heads } = line
      // Which value is the name and which the time is told by the reader itself, where each is another number.
      const marked = read(
        parts.map((part, at) => (at < heads.length ? part + markOf(at) : part)).join(''),
      )
      if (marked?.verdict !== answer.verdict) return
      const idKind = marked.id?.slice(0, marked.id.indexOf(':') + 1) ?? ''
      const at = valueOf(marked.at)
      const head = heads[at]
      const bytes = Buffer.from(line.facts)
      const facts: Facts = {
        ...{ bytes, answer, idKind, at },
        host: valueOf(marked.host),
        id: valueOf(marked.id?.slice(idKind.length)),
        isSeconds: at >= 0 && (!isText(head) || (answer.kind === 'facts' && head === '"at":"')),
      }
      if (kept > mostBytes) {
        frames = []
        kept = 0
      }
      kept += bytes.length
      const made = createLineFrame(line)
      let frame = frames.find(({ key }) => key === made.key)
      if (frame === undefined) {
        frame = { ...made, byLength: new Map() }
        frames = [frame, ...frames.slice(0, mostFrames - 1)]
      }
      const alike = frame.byLength.get(bytes.length) ?? []
      if (alike.some((one) => one.bytes.equals(bytes))) return
      frame.byLength.set(bytes.length, [facts, ...alike.slice(0, mostOfOneLength - 1)])
    },
  }
}

/** A number that is a name, an id and a time as well: each of its own. */
const firstMark = 1_700_000_000
const markOf = (at: number): string => String(firstMark + at)
function valueOf(mark: unknown): number {
  const at = Number(mark) - firstMark
  return at >= 0 && at < 100 ? at : -1
}
