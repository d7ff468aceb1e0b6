/** Many keys and values at once into a real registry: `reg` starts a program for each value. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Value names with their data as a .reg file has them. */
export type Values = Readonly<Record<string, string>>

/** @param keys with the whole name of their hive: `HKEY_LOCAL_MACHINE\…` */
export function writeKeys(keys: Readonly<Record<string, Values>>): Promise<void> {
  return importLines(
    Object.entries(keys).flatMap(([key, values]) => [
      `[${key}]`,
      ...Object.entries(values).map(([name, data]) => `"${name}"=${data}`),
      '',
    ]),
  )
}

/** With everything below them; what is not there is passed over. */
export function deleteKeys(keys: readonly string[]): Promise<void> {
  return importLines(keys.flatMap((key) => [`[-${key}]`, '']))
}

async function importLines(lines: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-'))
  const file = join(folder, 'keys.reg')
  const text = ['Windows Registry Editor Version 5.00', '', ...lines].join('\r\n')
  await writeFile(file, `\ufeff${text}`, 'utf16le')
  await run('reg', ['import', file])
  await rm(folder, { recursive: true })
}

const inHex = (bytes: Buffer) => [...bytes].map((one) => one.toString(16).padStart(2, '0')).join()

export const text = (of: string) => `"${of.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
export const number = (of: number) => `dword:${of.toString(16).padStart(8, '0')}`
export const bytes = (of: Buffer) => `hex:${inHex(of)}`
export const texts = (...of: readonly string[]) =>
  `hex(7):${inHex(Buffer.from(`${of.join('\0')}\0\0`, 'utf16le'))}`

/** How long the main thread was kept at most while the work was done. */
export async function longestBlockMs(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  await work()
  clearInterval(watch)
  return longest
}
