/**
 * The program file that a service's ImagePath names. It is a command line: quotes, arguments and variables are common.
 */

/**
 * @param imagePath as the service manager stores it.
 * @param imageName the running process's name: it tells where an unquoted path with blanks ends.
 * @param windowsFolder for example `C:\Windows`, which stands for `%SystemRoot%` and `\SystemRoot`.
 * @returns the full path, or null when the command line does not name such a program.
 */
export function programOfService(
  imagePath: string,
  imageName: string,
  windowsFolder: string,
): string | null {
  if (imageName === '') return null
  const expanded = imagePath
    .trimStart()
    .replace(/^(")?%(?:SystemRoot|windir)%/i, (_, quote: string | undefined) => {
      return (quote ?? '') + windowsFolder
    })
    .replace(/^(")?\\SystemRoot(?=\\)/i, (_, quote: string | undefined) => {
      return (quote ?? '') + windowsFolder
    })
    .replace(/^(")?\\\?\?\\/, '$1')
  const path = expanded.startsWith('"')
    ? expanded.slice(1).split('"', 1)[0]
    : untilName(expanded, imageName)
  if (path === undefined || !/^(?:[A-Za-z]:\\|\\\\)/.test(path)) return null
  const fileName = path.slice(path.lastIndexOf('\\') + 1)
  return fileName.toUpperCase() === imageName.toUpperCase() ? path : null
}

/** Up to and with `\NAME`, where a blank or the end follows. */
function untilName(commandLine: string, imageName: string): string | undefined {
  const upper = commandLine.toUpperCase()
  const wanted = `\\${imageName.toUpperCase()}`
  for (let from = 0; ;) {
    const found = upper.indexOf(wanted, from)
    if (found < 0) return undefined
    const end = found + wanted.length
    if (end === commandLine.length || /\s/.test(commandLine.charAt(end))) {
      return commandLine.slice(0, end)
    }
    from = found + 1
  }
}
