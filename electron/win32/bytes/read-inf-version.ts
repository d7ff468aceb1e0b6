/** The version of a driver, read from its setup file: `DriverVer = 05/07/2018, 423.36.0.0`. */

/** Of the two encodings that Windows takes, the first bytes tell. */
function textIn(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe
    ? bytes.toString('utf16le')
    : bytes.toString('latin1')
}

/** https://learn.microsoft.com/windows-hardware/drivers/install/inf-driverver-directive */
export function readInfVersion(bytes: Buffer): string | null {
  for (const line of textIn(bytes).split(/\r?\n/, 5_000)) {
    if (line.length > 200) continue
    const [, version] = /^\s*DriverVer\s*=[^,;]*,\s*([\d.]{1,40})/i.exec(line) ?? []
    if (version !== undefined && /^\d{1,5}(?:\.\d{1,5}){0,3}$/.test(version)) return version
  }
  return null
}
