/**
 * Look-alikes: names that could be taken for a catalogue process's.
 *
 * False alarms are worse than misses: names made of everyday words and short names are compared strictly, and names in
 * another case are the names themselves.
 */
import type { LookAlikeWhy } from '../model/inspection.ts'
import type { ListedProcess } from '../model/process.ts'
import { imageNameKey } from './match.ts'
import { isOneEditAway } from './one-edit.ts'
import { readOtherPrograms } from './other-programs.ts'
import type { CatalogueProcess } from './schemas/catalogue-schema.ts'
import { asDrawn, firstLettersOf, lastLettersOf, skeletonOf, withoutInvisible } from './skeleton.ts'

export interface Resemblance {
  /** The catalogue's image name. */
  readonly resembles: string
  /** The words are `lookAlike.why.<code>`. */
  readonly why: LookAlikeWhy
}

interface FoundLookAlike extends Resemblance {
  readonly process: ListedProcess
}

/** `readyToCompare` must have ended for all names that it is asked about. */
export interface LookAlikeFinder {
  /** Null for an ordinary name, and in any case for a catalogue name or another program's of Apple. */
  readonly check: (name: string) => Resemblance | null
  readonly find: (processes: readonly ListedProcess[]) => readonly FoundLookAlike[]
}

/**
 * Everyday words: other makers have programs one letter from these (`AsyncServer.exe`, `SoftwareUpdater.exe`), or
 * write them as two words. Only letters that were chosen to deceive count here.
 */
const everydayNames = ['SyncServer.exe', 'SoftwareUpdate.exe', 'APSDaemon.exe', 'secd.exe']

/** What is left without the first letter is everyday: `CloudDrive.exe` is another maker's. */
const everydayAfterFirst = [
  'iCloudServices.exe',
  'iCloudDrive.exe',
  'iCloudPhotos.exe',
  'iCloudHome.exe',
  'iPodService.exe',
]

/** Signs that turn the direction of writing round. */
const turnsRound = /[\u202a-\u202e\u2066-\u2069]/

/** Shorter names are one letter from too many others. */
const shortestForOneEdit = 9

interface Known {
  readonly imageName: string
  readonly stem: string
  readonly isEveryday: boolean
  readonly keepsFirst: boolean
}

export function createLookAlikeFinder(
  catalogue: readonly Pick<CatalogueProcess, 'imageName'>[],
): LookAlikeFinder {
  // What Apple itself calls nearly the same is no look-alike either: `iCloud.exe`, `AppleTV.exe`.
  const exact = new Set([
    ...catalogue.map(({ imageName }) => imageNameKey(imageName)),
    ...readOtherPrograms().flatMap(({ names }) => names.map(imageNameKey)),
  ])
  const known = catalogue.map(({ imageName }): Known => {
    const stem = skeletonOf(stemOf(imageName))
    return {
      imageName,
      stem,
      isEveryday: everydayNames.includes(imageName) || stem.length < 5,
      keepsFirst: everydayAfterFirst.includes(imageName),
    }
  })
  const byStem = new Map(known.map((entry) => [entry.stem, entry]))
  const bySqueezedStem = new Map(known.map((entry) => [squeeze(entry.stem), entry]))
  const byLength = new Map<number, Known[]>()
  for (const entry of known) {
    if (entry.isEveryday || entry.stem.length < shortestForOneEdit) continue
    for (const length of [-1, 0, 1].map((more) => entry.stem.length + more)) {
      byLength.set(length, [...(byLength.get(length) ?? []), entry])
    }
  }
  const firstLetters = new Set(catalogue.map(({ imageName }) => firstLettersOf(imageName)))
  const lastLetters = new Set(catalogue.map(({ imageName }) => lastLettersOf(imageName)))
  const longest = Math.max(0, ...known.map(({ imageName }) => imageName.length))

  function resemblanceOf(visible: string): Resemblance | null {
    // A skeleton may be shorter than the name: rn for m. Nothing twice as long, with room for extensions, is like ours.
    const trimmed = visible.replace(/^[\s.]+|[\s.]+$/gu, '')
    if (trimmed === '' || trimmed.length > 2 * longest + 12) return null
    const skeleton = skeletonOf(trimmed)
    const extensions = /(?:\s*\.\s*(?:exe|scr|plf|com|vbs|vbe|jse))+$/.exec(skeleton)
    const bare = skeleton.slice(0, extensions?.index)
    const extension = extensions === null ? null : squeezeBlanks(extensions[0])
    const say = (entry: Known, why: LookAlikeWhy) => ({ resembles: entry.imageName, why })

    const same = extension === null ? undefined : byStem.get(bare)
    if (same !== undefined) {
      if (extension === '.exe') {
        const isSpelledSo = written(trimmed) === written(same.imageName)
        return say(same, isSpelledSo ? 'dots-or-blanks' : 'confusable-letters')
      }
      if (extension?.includes('.', 1) === true) return say(same, 'double-extension')
      // Some everyday programs have a `.com` beside the `.exe`, for the command line, or a script.
      return extension !== '.scr' && same.isEveryday ? null : say(same, 'other-extension')
    }
    // `iTunesHelperexe`: the last dot may be missing too.
    const apart = bySqueezedStem.get(
      squeeze(extension === null ? bare.replace(/[. ]*exe$/, '') : bare),
    )
    if (apart !== undefined && (extension !== null || bare.endsWith('exe'))) {
      return apart.isEveryday ? null : say(apart, 'dots-or-blanks')
    }
    if (extension !== '.exe') return null
    const near = byLength.get(bare.length)?.find((entry) => isNear(entry, bare))
    return near === undefined ? null : say(near, 'one-letter')
  }

  /**
   * Nearly every name of a PC is like none of ours, and must cost next to nothing. What looks alike begins alike; one
   * slip of the hand can spoil the beginning or the end of a name, not both.
   */
  function isWorthALook(name: string): boolean {
    const last = lastLettersOf(name)
    return (
      (last !== '' && lastLetters.has(last)) ||
      firstLetters.has(firstLettersOf(name)) ||
      name.includes('\u202e')
    )
  }

  function check(name: string): Resemblance | null {
    if (!isWorthALook(name)) return null
    if (exact.has(imageNameKey(name))) return null
    const drawn = withoutInvisible(asDrawn(name))
    const visible = withoutInvisible(name)
    if (visible === name) return resemblanceOf(name)
    for (const form of [drawn, visible]) {
      const found = catalogue.find(
        ({ imageName }) => imageNameKey(imageName) === imageNameKey(form),
      )
      if (found !== undefined) return { resembles: found.imageName, why: 'hidden-signs' }
    }
    return (
      resemblanceOf(drawn) ??
      resemblanceOf(visible) ??
      (turnsRound.test(name) ? begunBy(visible) : null)
    )
  }

  /** `AppleMobileDeviceService[U+202E]exe.scr`: nobody writes a name backwards by chance, and it begins as ours does. */
  function begunBy(visible: string): Resemblance | null {
    const skeleton = skeletonOf(visible)
    const begun = known.filter(({ stem, isEveryday }) => !isEveryday && skeleton.startsWith(stem))
    const [longestStem] = begun.sort((a, b) => b.stem.length - a.stem.length)
    return longestStem === undefined
      ? null
      : { resembles: longestStem.imageName, why: 'hidden-signs' }
  }

  return {
    check,
    find: (processes) => {
      const answers = new Map<string, Resemblance | null>()
      return processes.flatMap((process) => {
        let answer = answers.get(process.name)
        if (answer === undefined) {
          answer = check(process.name)
          answers.set(process.name, answer)
        }
        return answer === null ? [] : [{ process, ...answer }]
      })
    },
  }
}

function isNear({ stem, keepsFirst }: Known, other: string): boolean {
  return (!keepsFirst || stem.startsWith(other.charAt(0))) && isOneEditAway(stem, other)
}

const stemOf = (imageName: string): string => imageName.replace(/\.exe$/i, '')
const squeezeBlanks = (name: string): string => name.replace(/\s+/gu, '')
const squeeze = (name: string): string => name.replace(/[\s.\u00b7]+/gu, '')
/** What is written, whatever its case, without dots and blanks. */
const written = (name: string): string => imageNameKey(squeeze(name))
