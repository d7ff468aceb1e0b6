import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settingsFolder } from '../../electron/settings-folder.ts'

let portable = ''
beforeEach(() => {
  portable = mkdtempSync(join(tmpdir(), 'portable-'))
})
afterEach(() => {
  chmodSync(portable, 0o700)
  rmSync(portable, { recursive: true })
})
const profileFolder = '/profile'

test('an unpacked program keeps its settings in the profile', () => {
  expect(settingsFolder({ portableFolder: undefined, profileFolder })).toBe(profileFolder)
  expect(settingsFolder({ portableFolder: '', profileFolder })).toBe(profileFolder)
})

test('a portable one keeps them beside itself, and leaves nothing there by looking', () => {
  const folder = settingsFolder({ portableFolder: portable, profileFolder })
  expect(folder.startsWith(portable)).toBe(true)
  expect(readdirSync(portable)).toEqual([])
})

test('where nothing can be written beside it, the profile it is', () => {
  const file = join(portable, 'a file')
  writeFileSync(file, '')
  // A folder that is none: refused on every system, and for an administrator too.
  expect(settingsFolder({ portableFolder: file, profileFolder })).toBe(profileFolder)
  expect(settingsFolder({ portableFolder: join(portable, 'gone'), profileFolder })).toBe(
    profileFolder,
  )
  expect(existsSync(join(portable, 'gone'))).toBe(false)
})
