/** Are the Startup folders read, and one that lies on a server left closed? */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readStartupEntries } from '../../../../electron/win32/startup/startup-folder.ts'

const { signal } = new AbortController()

test('a Startup folder that a company keeps on a server is not opened', async () => {
  for (const folder of ['\\\\server.invalid\\home\\Startup', '\\\\?\\UNC\\server\\x']) {
    expect(await readStartupEntries(folder, signal)).toEqual({
      state: 'skipped',
      reason: 'network-path',
    })
  }
})

test('one that is not there is empty', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'startup-'))
  await writeFile(join(folder, 'desktop.ini'), '')
  expect(await readStartupEntries(folder, signal)).toEqual({ state: 'known', value: [] })
  await rm(folder, { recursive: true })
  expect(await readStartupEntries(folder, signal)).toEqual({ state: 'known', value: [] })
})
