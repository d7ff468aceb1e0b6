/** Showing a running program's file in its folder. The window sends a process number, never a path. */
import type { Answer } from '../../shared/ipc/channels.ts'
import { failure, success } from '../../shared/model/result.ts'
import type { Inspection } from '../../shared/model/inspection.ts'

export interface ShowFileContext {
  /** The path that the last look found for a process. */
  readonly pathOf: (pid: number) => string | undefined
  /** Opens the system's own folder window, with that file chosen in it. */
  readonly showItemInFolder: (path: string) => void
}

export function createShowFile({ pathOf, showItemInFolder }: ShowFileContext) {
  return (pid: number): Answer<'showFile'> => {
    const path = pathOf(pid)
    if (path === undefined) {
      return failure({ code: 'path-unknown', detail: `no path is known for process ${pid}` })
    }
    const local = localPath(path)
    if (local !== undefined) {
      showItemInFolder(local)
      return success(null)
    }
    return failure({ code: isNetworkPath(path) ? 'network-path' : 'path-unknown', detail: path })
  }
}

/** The path that the window has on its screen for this process, if it is one that the window can know. */
export function imagePathIn(inspection: Inspection | undefined, pid: number): string | undefined {
  if (inspection === undefined) return undefined
  const { processes, lookAlikes, otherApple, strangers } = inspection
  const shown = [
    ...processes.flatMap(({ instances }) => instances),
    ...lookAlikes,
    ...strangers,
    ...(otherApple.state === 'known' ? otherApple.value : []),
  ]
  const imagePath = shown.find((process) => process.pid === pid)?.imagePath
  return imagePath?.state === 'known' ? imagePath.value : undefined
}

/** As many look-alikes that have ended are remembered, as the window shows at most. */
const mostEnded = 50

/**
 * The paths behind the numbers that the window may have on its screen: those of the last look, and of look-alikes that
 * have ended since, which somebody may still be reading about.
 */
export function createShownPaths(latest: () => Inspection | undefined) {
  const ofLookAlikes = new Map<number, string>()
  return {
    /** Called with every look. */
    add: ({ lookAlikes }: Inspection): void => {
      for (const { pid, imagePath } of lookAlikes) {
        ofLookAlikes.delete(pid)
        if (imagePath.state === 'known') ofLookAlikes.set(pid, imagePath.value)
      }
      for (const pid of ofLookAlikes.keys()) {
        if (ofLookAlikes.size <= mostEnded) break
        ofLookAlikes.delete(pid)
      }
    },
    pathOf: (pid: number): string | undefined =>
      imagePathIn(latest(), pid) ?? ofLookAlikes.get(pid),
  }
}

/** What marks a long path; the folder window does not know it. */
const longPathMark = /^\\\\\?\\(?=[a-z]:\\)/i

/** On a drive, or in the tree of a system without drives. Nothing else is handed on: the list of odd paths has no end. */
function localPath(path: string): string | undefined {
  const plain = path.replace(longPathMark, '')
  return /^([a-z]:\\|\/(?![\\/]))/i.test(plain) ? plain : undefined
}

/** `\\server\share`, in each of the ways in which Windows lets it be written. */
function isNetworkPath(path: string): boolean {
  return (
    /^[\\/]{2}([?.][\\/]UNC[\\/]|[^?.\\/])/i.test(path) ||
    /^\\Device\\(Mup|LanmanRedirector)(\\|$)/i.test(path)
  )
}
