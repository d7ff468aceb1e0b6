/** No room left on the disk, and no file that may still be opened: real limits of this system, set on this very process. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listWithPsList } from '../../../electron/processes/list-with-ps-list.ts'
import { writeReport } from '../../../electron/report/write-report.ts'
import {
  keepSettings,
  writeSettings,
  type SettingsKeeper,
} from '../../../electron/settings/settings.ts'
import { isFileThere } from '../../../electron/win32/files/is-file-there.ts'

const { signal } = new AbortController()
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'room-'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

/** Runs with a limit; the program that lifts it is started before, because afterwards none may start. */
async function withLimit(name: 'fsize' | 'nofile', limit: number, use: () => Promise<void>) {
  const set = (soft: number | string) => `prlimit --pid ${process.pid} --${name}=${soft}:`
  const usual = `$(prlimit --pid ${process.pid} --${name} --noheadings --raw --output SOFT)`
  const script = `usual=${usual}; ${set(limit)} && echo set; read line; ${set('$usual')}; echo lifted`
  const child: ChildProcessWithoutNullStreams = spawn('sh', ['-c', script])
  await once(child.stdout, 'data')
  try {
    await use()
  } finally {
    child.stdin.end('\n')
    await once(child, 'exit')
  }
}

// Elsewhere nobody can limit a process that runs.
if (process.platform === 'linux') {
  describe('a full disk', () => {
    test('leaves the older report whole, and no half of the new one', async () => {
      const file = join(folder, 'report.html')
      writeFileSync(file, 'the older one')
      await withLimit('fsize', 4096, async () => {
        const written = await writeReport(file, 'x'.repeat(100_000))
        expect(written).toEqual({ ok: false, failure: 'EFBIG' })
      })
      expect(readFileSync(file, 'utf8')).toBe('the older one')
      expect(readdirSync(folder)).toEqual(['report.html'])
      expect(await writeReport(file, 'x'.repeat(100_000))).toMatchObject({ ok: true })
    })

    test('keeps the settings of before; the choice holds, and is kept when there is room', async () => {
      const file = join(folder, 'settings.json')
      await writeSettings(file, { language: 'fr' })
      const keeper = await keepSettings(file)
      await withLimit('fsize', 1, async () => {
        expect(await keeper.change({ language: 'sv' })).toBe(false)
        expect(keeper.current()).toEqual({ language: 'sv' })
      })
      expect((await keepSettings(file)).current()).toEqual({ language: 'fr' })
      expect(await keeper.change({})).toBe(true)
      expect((await keepSettings(file)).current()).toEqual({ language: 'sv' })
    })
  })

  describe('no file may still be opened', () => {
    test('each answer says so, nothing is lost, and all comes back', async () => {
      const file = join(folder, 'settings.json')
      await writeSettings(file, { language: 'fr', recentReports: [] })
      let keeper: SettingsKeeper | undefined
      await withLimit('nofile', 3, async () => {
        expect(await listWithPsList({ signal, deadlineMs: 300_000 })).toMatchObject({
          ok: false,
          failure: { code: 'unreadable' },
        })
        expect(await isFileThere(file)).toEqual({ state: 'known', value: true })
        keeper = await keepSettings(file)
        expect(keeper.wasDamaged).toBe(false)
        expect(await keeper.change({ language: 'sv' })).toBe(false)
        expect(await writeReport(join(folder, 'report.html'), 'x')).toMatchObject({ ok: false })
      })
      const kept = { language: 'fr', recentReports: [] }
      expect((await keepSettings(file)).current()).toEqual(kept)
      expect(readdirSync(folder)).toEqual(['settings.json'])
      // What could not be read is not written over: what was chosen meanwhile comes on top.
      expect(await keeper?.change({})).toBe(true)
      expect((await keepSettings(file)).current()).toEqual({ ...kept, language: 'sv' })
      expect(await listWithPsList({ signal, deadlineMs: 300_000 })).toMatchObject({ ok: true })
    })
  })
}
