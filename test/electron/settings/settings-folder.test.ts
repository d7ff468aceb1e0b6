import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  browserFolder,
  canKeepIn,
  settingsFolder,
} from '../../../electron/settings/settings-folder.ts'

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

test('a folder that is missing is made, and leaves no trace of having been tried', () => {
  const folder = join(portable, 'deep', 'settings')
  expect(canKeepIn(folder)).toBe(true)
  expect(readdirSync(folder)).toEqual([])
})

test('a folder that cannot be made keeps nothing, which is no reason to fail', () => {
  const file = join(portable, 'a file')
  writeFileSync(file, '')
  expect(canKeepIn(join(file, 'settings'))).toBe(false)
  expect(canKeepIn(file)).toBe(false)
})

test("Chromium's own files lie in the profile, or in the temporary folder where the profile is locked", () => {
  const file = join(portable, 'a file')
  writeFileSync(file, '')
  const tempFolder = join(portable, 'temp')
  const profile = join(portable, 'profile')
  expect(browserFolder({ profileFolder: profile, tempFolder })).toBe(profile)
  const elsewhere = browserFolder({ profileFolder: join(file, 'profile'), tempFolder })
  expect(elsewhere.startsWith(tempFolder)).toBe(true)
})
