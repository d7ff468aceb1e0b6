/**
 * Does the portable program, as electron-builder wraps it, start ours rightly: arguments, exit codes, several at once,
 * awkward folders; and does it tidy up? Under Wine; `scripts/package/smoke-test.mjs` tries the real one on Windows.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweepLeftBehind } from '../../electron/window/left-behind.ts'
import { endWine, portablePrefix, windowsPath } from '../../scripts/machine/wine.mjs'
import { buildPortable } from './build-portable.ts'
import { makeTemporaryFolder } from './packed.ts'
import {
  leftIn,
  lookAtScreen,
  openPlace,
  recordRights,
  seen,
  startPortable,
  type Place,
  type Sight,
} from './portable-wrapper.ts'

if (process.platform === 'linux') {
  describe('the portable program', () => {
    const folder = makeTemporaryFolder()
    let program: string
    beforeAll(async () => {
      program = await buildPortable(folder)
    })
    afterAll(async () => {
      await endWine(portablePrefix)
      await rm(folder, { recursive: true, force: true })
    })

    let places = 0
    async function newPlace(name = 'temp'): Promise<Place> {
      const root = join(folder, `place-${(places += 1)}`)
      const place = { temp: join(root, name), notes: join(root, 'notes') }
      await openPlace(place)
      return place
    }
    const inner = (temp: string) =>
      new RegExp(`^${literal(windowsPath(temp))}\\\\ns\\w+\\.tmp\\\\app`)

    test('hands every argument on as it was given', async () => {
      const place = await newPlace()
      const given = [
        ...['--report', '--output', 'C:\\a folder\\Åsa Öberg.json', '', 'a "quoted" word'],
        ...['ends in a backslash\\', '日本語', '50%', '$PLUGINSDIR', "it's"],
      ]
      const running = startPortable(program, given, place)
      expect((await running.started()).arguments).toEqual(given)
      expect(await running.ended).toBe(0)
      expect(await leftIn(place)).toEqual([])
    })

    test('hands the exit code on', async () => {
      const place = await newPlace()
      for (const exitCode of [0, 1, 2, 3, 255]) {
        expect(await startPortable(program, [], place, { exitCode }).ended).toBe(exitCode)
      }
    })

    test('says to ours where the file is that was started, in a folder with blanks and other letters', async () => {
      const place = await newPlace()
      const outer = join(folder, "Åsa Öberg's files")
      await mkdir(outer)
      const copy = join(outer, 'The Program.exe')
      await copyFile(program, copy)
      const running = startPortable(copy, [], place)
      const start = await running.started()
      expect(start).toMatchObject({ dir: windowsPath(outer), file: windowsPath(copy) })
      expect(start.program).toMatch(inner(place.temp))
      expect(await running.ended).toBe(0)
    })

    test('starts from a folder that nobody may write to', async () => {
      const place = await newPlace()
      const outer = join(folder, 'locked')
      await mkdir(outer)
      await copyFile(program, join(outer, 'x.exe'))
      await chmod(outer, 0o555)
      expect(await startPortable(join(outer, 'x.exe'), [], place, { exitCode: 7 }).ended).toBe(7)
      expect(await readdir(outer)).toEqual(['x.exe'])
    })

    test('unpacks itself to a %TEMP% with a blank and other letters', async () => {
      const place = await newPlace('Åsa Öbergs temp')
      const running = startPortable(program, ['x'], place)
      const start = await running.started()
      expect(start.program).toMatch(inner(place.temp))
      expect(start.arguments).toEqual(['x'])
      expect(await running.ended).toBe(0)
      expect(await leftIn(place)).toEqual([])
    })

    test('three at once have a folder each, their own exit codes, and leave nothing', async () => {
      const place = await newPlace()
      const all = [11, 12, 13].map((exitCode) =>
        startPortable(program, [], place, { exitCode, waits: true }),
      )
      const starts = await Promise.all(all.map((each) => each.started()))
      expect(new Set(starts.map((each) => each.program)).size).toBe(3)
      for (const each of all) await each.letEnd()
      expect(await Promise.all(all.map((each) => each.ended))).toEqual([11, 12, 13])
      expect(await leftIn(place)).toEqual([])
    })

    test('a second start leaves the files of the first alone', async () => {
      const place = await newPlace()
      const first = startPortable(program, [], place, { exitCode: 21, waits: true })
      const { folder: at } = await first.started()
      expect(await startPortable(program, [], place, { exitCode: 22 }).ended).toBe(22)
      const unpacked = at.replace(/^Z:/, '').replaceAll('\\', '/')
      expect(await readdir(unpacked)).toContain('resources')
      await first.letEnd()
      expect(await first.ended).toBe(21)
      expect(await leftIn(place)).toEqual([])
    })

    test('one that is killed leaves its folder, which ours sweeps when it is old and does not run', async () => {
      const place = await newPlace()
      const running = startPortable(program, [], place, { waits: true })
      const start = await running.started()
      running.wrapper.kill('SIGKILL')
      await running.letEnd()
      await running.ended
      const [outer = ''] = await readdir(place.temp)
      expect(windowsPath(join(place.temp, outer, 'app'))).toBe(start.folder)
      const sweep = (laterMs: number) =>
        sweepLeftBehind({
          tempFolder: place.temp,
          programFile: join(place.temp, 'nsX.tmp', 'app', 'process-inspector-for-itunes.exe'),
          nowMs: Date.now() + laterMs,
        })
      expect(await sweep(0)).toBe(0)
      expect(await sweep(2 * 3_600_000)).toBe(1)
      expect(await leftIn(place)).toEqual([])
    })

    test('every sandboxed program may read its own new folder, and no other is touched', async () => {
      const { start, exitCode, rights } = await recordRights(program, await newPlace())
      const own = start.folder.replace(/\\app$/, '')
      expect(start.program).toBe(`${own}\\app\\process-inspector-for-itunes.exe`)
      // Read and execute, given, inherited by all that is made in it.
      const given = ['grfAccessPermissions 0x1200a9', 'grfAccessMode 1', 'grfInheritance 0x3']
      const each = (who: string) => [
        ...[`ConvertStringSidToSidW ${who}`, 'ConvertStringSidToSidW 00000001'],
        ...[...given, 'SetEntriesInAclW 00000000'],
        ...[`SetNamedSecurityInfoW ${own} 00000001,00000004`, 'SetNamedSecurityInfoW 00000000'],
      ]
      expect(rights).toEqual([...each('S-1-15-2-1'), ...each('S-1-15-2-2')])
      expect(exitCode).toBe(9)
    })

    test.each(['GetNamedSecurityInfoW', 'SetEntriesInAclW'])(
      'where %s fails, no right is changed, nothing is said, and it starts all the same',
      async (lacks) => {
        const without = await buildPortable(join(folder, lacks), lacks)
        const { exitCode, rights } = await recordRights(without, await newPlace())
        expect(rights).toContain('ConvertStringSidToSidW S-1-15-2-2')
        expect(rights.filter((each) => each.startsWith('SetNamedSecurityInfoW'))).toEqual([])
        expect(exitCode).toBe(9)
      },
    )

    const isPicture = ({ kind }: Sight) => kind === 'NSISBGImage'
    const says = (words: string) => (sights: readonly Sight[]) =>
      sights.some(({ words: said }) => said.some((text) => text.includes(words)))

    test('shows its picture and no other window while the files are written', async () => {
      const running = startPortable(program, [], await newPlace(), { showsPicture: true })
      await seen(folder, (sights) => sights.some(isPicture))
      // What comes late would have come by now: the files are written, and the wrapper waits for us.
      const sights = await lookAtScreen(folder)
      expect(sights).toMatchObject([{ kind: 'NSISBGImage', isOnScreen: true, size: [480, 270] }])
      await running.letGoOn()
      expect(await running.ended).toBe(0)
    })

    test('a file that cannot be written is named, the window that says so can be closed, and nothing is left', async () => {
      const place = await newPlace()
      const running = startPortable(program, [], place, { mostFileBytes: 512 * 1024 })
      const [box] = await seen(folder, says('error writing to file'))
      expect(box?.isOnScreen).toBe(true)
      await lookAtScreen(folder, true)
      const [own] = await seen(folder, says('not started'))
      expect(own).toMatchObject({ kind: '#32770', isOnScreen: true })
      await lookAtScreen(folder, true)
      expect(await running.ended).toBe(2)
      expect(await leftIn(place)).toEqual([])
    })

    test('where not even the picture can be written, it ends as failed', async () => {
      const place = await newPlace()
      const running = startPortable(program, ['--report'], place, { mostFileBytes: 64 * 1024 })
      await seen(folder, says('splash.bmp'))
      await lookAtScreen(folder, true)
      expect(await running.ended).toBe(2)
      expect(await leftIn(place)).toEqual([])
    })

    // A small drive for the one test: only root makes one.
    if (canMakeDrives()) {
      test('a full drive of %TEMP% is told before anything is written, with what is needed and what is free', async () => {
        const place = await newPlace()
        await mkdir(place.temp, { recursive: true })
        const drive = ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', place.temp]
        execFileSync('mount', drive)
        try {
          const running = startPortable(program, [], place)
          const sights = await seen(folder, says('There is not enough room'))
          expect(sights[0]?.words.at(-1)).toMatch(
            /^There is not enough room to start: \d+ MB are needed, and 2 MB are free\. .*Free some room/,
          )
          expect(sights[0]?.words.at(-1)).toContain(windowsPath(place.temp))
          await lookAtScreen(folder, true)
          expect(await running.ended).toBe(2)
          expect(await leftIn(place)).toEqual([])
        } finally {
          execFileSync('umount', ['-l', place.temp])
        }
      })
    }

    test('with /S it stays in its own folder, too', async () => {
      const place = await newPlace()
      const running = startPortable(program, ['/S'], place)
      const start = await running.started()
      expect(start.program).toMatch(inner(place.temp))
      expect(start.arguments).toEqual(['/S'])
      expect(await running.ended).toBe(0)
    })

    test('of arguments that NSIS cannot hold, ours gets the one word that says so', async () => {
      const place = await newPlace()
      const running = startPortable(program, ['--output', 'x'.repeat(9000)], place)
      expect((await running.started()).arguments).toEqual(['too_long'])
      expect(await running.ended).toBe(0)
    })
  })
}

function canMakeDrives(): boolean {
  const folder = makeTemporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
