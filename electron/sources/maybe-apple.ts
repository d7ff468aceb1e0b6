/**
 * Running programs that may be Apple's, by a first look into their files. Their own certificate tables say whom they
 * name, which costs one small read each, and only once for a process. Files in a Store package of Apple's need no
 * signature.
 */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { isInAppleFolder } from '../../shared/judge/trust/expected-folders.ts'
import { readTrustRules } from '../../shared/judge/trust/trust-rules.ts'
import type { Places } from '../../shared/model/places.ts'
import { known, skipped, type Probe, type ProbeReason } from '../../shared/model/probe.ts'
import type { ListedProcess } from '../../shared/model/process.ts'
import { namesOrganization } from '../win32/files/embedded-names.ts'
import { readImagePaths } from '../win32/processes/image-path.ts'
import { loadKoffi } from '../win32/bridge/load-koffi.ts'
import type { Asking } from '../sources/asking.ts'
import type { Sources } from '../sources/sources.ts'

/** The questions that are put to Windows; the tests count them. */
interface Questions {
  readonly isAvailable: () => Probe<true>
  readonly readImagePaths: typeof readImagePaths
  readonly namesOrganization: typeof namesOrganization
}

/** @returns a function that remembers its answers for as long as the processes run. */
export function findMaybeApple(questions: Partial<Questions> = {}): Sources['maybeApple'] {
  const askPaths = questions.readImagePaths ?? readImagePaths
  const askFile = questions.namesOrganization ?? namesOrganization
  const isAvailable = questions.isAvailable ?? hasBridge
  let answers = new Map<string, boolean>()

  return async (processes, places, { signal }) => {
    const bridge = isAvailable()
    if (bridge.state !== 'known') return bridge
    const before = answers
    const fresh = processes.filter((process) => !before.has(keyOf(process)))
    const looked = await look(fresh, places, { signal })
    // Only what runs now is remembered: the pids of what has ended go to others.
    answers = new Map(
      processes.flatMap((process) => {
        const key = keyOf(process)
        const answer = before.get(key) ?? looked.get(key)
        return answer === undefined ? [] : [[key, answer] as const]
      }),
    )
    return known(processes.filter((process) => answers.get(keyOf(process)) === true))
  }

  async function look(processes: readonly ListedProcess[], places: Places, { signal }: Asking) {
    const { processes: entries } = readCatalogue()
    const found = new Map<string, boolean>()
    const paths = await askPaths(
      processes.map(({ pid, name, startedAtUtc }) => ({
        pid,
        name,
        startedAtUtc: startedAtUtc.state === 'known' ? startedAtUtc.value : null,
      })),
      { signal },
    )
    const byPath = new Map<string, Promise<Probe<boolean>>>()
    await Promise.all(
      processes.map(async (process, index) => {
        const path = paths[index]
        if (path?.state !== 'known') {
          // What only an administrator may see stays so for as long as the process runs.
          if (path?.state === 'denied') found.set(keyOf(process), false)
          return
        }
        const file = path.value.path
        const answer = byPath.get(file) ?? ask(file)
        byPath.set(file, answer)
        const named = await answer
        // A file that could not be read now may be readable at the next look; one that is no ordinary program is
        // worth the slow look.
        if (named.state === 'known') found.set(keyOf(process), named.value)
        else if (named.state !== 'skipped' && named.reason !== ('timeout' satisfies ProbeReason)) {
          found.set(keyOf(process), named.reason === ('unreadable' satisfies ProbeReason))
        }
      }),
    )
    return found

    function ask(file: string): Promise<Probe<boolean>> {
      if (isInStorePackage(file) || isInAppleFolder(file, entries, places)) {
        return Promise.resolve(known(true))
      }
      const { organization } = accepted()
      return askFile(file, organization, signal)
    }
  }
}

function hasBridge(): Probe<true> {
  const koffi = loadKoffi()
  return koffi.ok ? known(true) : skipped(koffi.failure.code)
}

function accepted() {
  const [first] = readTrustRules().signers.accepted
  return { organization: first?.organization ?? '' }
}

function isInStorePackage(path: string): boolean {
  const { namePrefix, publisherId } = readTrustRules().storePublisher
  const upper = path.toUpperCase()
  return (
    upper.includes(`\\WINDOWSAPPS\\${namePrefix.toUpperCase()}`) &&
    upper.includes(`__${publisherId.toUpperCase()}\\`)
  )
}

/** A pid is given to others after its process has ended; the start tells them apart. */
function keyOf({ pid, name, startedAtUtc }: ListedProcess): string {
  return `${pid} ${startedAtUtc.state === 'known' ? startedAtUtc.value : ''} ${name}`
}
