/** File names that Windows gives to a device. */
import { basename } from 'node:path'

/** Windows opens these names as devices, in every folder and with any ending. */
export function isDevice(file: string): boolean {
  if (process.platform !== 'win32') return false
  return (
    /^[\\/]{2}[.?][\\/](?!UNC[\\/]|[a-z]:)/i.test(file) ||
    /^(?:con|nul|aux|prn|conin\$|conout\$|com\d|lpt\d)(?:[. :]|$)/i.test(basename(file))
  )
}
