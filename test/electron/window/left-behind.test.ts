/** Is what earlier starts left behind deleted, and nothing else: no stranger's folder, none that is in use? */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sweepLeftBehind } from '../../../electron/window/left-behind.ts'

const program = 'process-inspector-for-itunes.exe'
const hourMs = 3_600_000
let temp: string
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'left-behind-'))
})
afterEach(() => rm(temp, { recursive: true, force: true }))

async function unpacked(outer: string, files = [program, 'resources/app.asar', 'a.dll']) {
  const folder = join(temp, outer, 'app')
  for (const file of files) {
    await mkdir(join(folder, file, '..'), { recursive: true })
    await writeFile(join(folder, file), 'x')
  }
  return folder
}

const sweep = (laterMs: number, own = join(temp, 'nsOWN.tmp', 'app')) =>
  sweepLeftBehind({
    tempFolder: temp,
    programFile: join(own, program),
    nowMs: Date.now() + laterMs,
  })

test('a folder of an earlier start is deleted whole', async () => {
  const folder = await unpacked('nsa1B2.tmp')
  await writeFile(join(folder, '..', 'splash.bmp'), 'x')
  expect(await sweep(2 * hourMs)).toBe(1)
  expect(existsSync(join(temp, 'nsa1B2.tmp'))).toBe(false)
})

test('a young one may still be unpacking, and stays', async () => {
  const folder = await unpacked('nsa1.tmp')
  expect(await sweep(hourMs / 2)).toBe(0)
  expect(existsSync(join(folder, program))).toBe(true)
})

test('the one that runs right now stays, however old', async () => {
  const folder = await unpacked('nsRUN.tmp')
  expect(await sweep(9 * hourMs, folder)).toBe(0)
  expect(existsSync(join(folder, 'a.dll'))).toBe(true)
})

test.each([
  ['another installer’s', 'nsa1.tmp', ['setup.exe', 'resources/app.asar']],
  ['one without our archive', 'nsa1.tmp', [program]],
  ['one of another name', 'nsa1', [program, 'resources/app.asar']],
  ['one of another name', 'xnsa1.tmp', [program, 'resources/app.asar']],
])('%s stays', async (_what, outer, files) => {
  const folder = await unpacked(outer, files)
  expect(await sweep(2 * hourMs)).toBe(0)
  for (const file of files) expect(existsSync(join(folder, file))).toBe(true)
})

/** Wine can make none. */
const canLink = await (async () => {
  const folder = await mkdtemp(join(tmpdir(), 'link-'))
  try {
    await symlink(folder, join(folder, 'link'), 'junction')
    return true
  } catch {
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})()

if (canLink) {
  test('a link is not followed', async () => {
    const elsewhere = await unpacked('somewhere')
    await mkdir(join(temp, 'nsa1.tmp'))
    await symlink(elsewhere, join(temp, 'nsa1.tmp', 'app'), 'junction')
    await symlink(join(temp, 'somewhere'), join(temp, 'nsb2.tmp'), 'junction')
    expect(await sweep(2 * hourMs)).toBe(0)
    expect(existsSync(join(elsewhere, program))).toBe(true)
  })
}

test('a program that cannot be deleted, as one that runs, keeps its whole folder', async () => {
  const folder = await unpacked('nsa1.tmp')
  const held = () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }))
  const question = {
    tempFolder: temp,
    programFile: join(temp, program),
    nowMs: Date.now() + 2 * hourMs,
  }
  expect(await sweepLeftBehind(question, held)).toBe(0)
  expect(existsSync(join(folder, 'a.dll'))).toBe(true)
})

test('where there is no such folder nothing happens', async () => {
  await rm(temp, { recursive: true })
  expect(await sweep(2 * hourMs)).toBe(0)
})
