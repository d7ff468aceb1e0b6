/** Variables in a path that are the same for every user of a PC. */

const windows = () => process.env['SystemRoot'] ?? 'C:\\Windows'

/** Other variables stay as they are: their value is a user's own. */
export function replaceSystemVariables(path: string): string {
  return path
    .replace(/%(?:SystemRoot|windir)%/gi, windows)
    .replace(/%SystemDrive%/gi, () => windows().slice(0, 2))
    .replace(
      /%(ProgramFiles(?:\(x86\))?|CommonProgramFiles(?:\(x86\))?|ProgramData)%/gi,
      (whole, name: string) => process.env[name] ?? whole,
    )
}
