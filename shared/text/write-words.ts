/** Why a file could not be written, for window and command line: the system's short name in words. */
import { shortText } from './visible-text.ts'
import type { Words } from './texts.ts'

/** What lies there is a folder, a pipe or a device: never replaced. */
export const noPlainFile = 'no-plain-file'

const whys: Readonly<Record<string, 'full' | 'held' | 'missing' | 'name' | 'kind'>> = {
  ...{ ENOSPC: 'full', EFBIG: 'full', EDQUOT: 'full' },
  // Windows says of a file that somebody else has open that it may not be written.
  ...{ EACCES: 'held', EPERM: 'held', EBUSY: 'held', EROFS: 'held' },
  ...{ ENOENT: 'missing', ENOTDIR: 'missing', ENAMETOOLONG: 'name', [noPlainFile]: 'kind' },
}

/** @param detail what has no words of its own stands as it is. */
export function whyNotWritten({ t }: Pick<Words, 't'>, detail: string): string {
  const why = Object.hasOwn(whys, detail) ? whys[detail] : undefined
  return why === undefined ? shortText(detail) : t(`window.notice.why.${why}`)
}
