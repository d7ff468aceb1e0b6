/** Are newer versions of our Electron's line found, and those with security fixes told apart? */
import { expect, test } from 'vitest'
import { newerReleases } from '../../../scripts/machine/newer-electron.mjs'

const release = (tag: string, body = '') => ({ tag_name: tag, body })

test('newer versions of the same line, the newest first', () => {
  const found = newerReleases('45.5.0', [
    release('v45.4.9', 'Security: fixed CVE-2026-1'),
    release('v45.5.0'),
    release('v45.5.1', '* Security: backported fix for CVE-2026-1234.'),
    release('v45.10.0', 'Fixed a crash.'),
    release('v45.5.2', 'Backported fix for cve-2026-99.'),
    release('v46.0.0', 'security'),
    release('v45.6.0-beta.1', 'security'),
    release('nightly', 'security'),
  ])
  expect(found).toEqual([
    { version: '45.10.0', isSecurity: false },
    { version: '45.5.2', isSecurity: true },
    { version: '45.5.1', isSecurity: true },
  ])
})

test('the newest has nobody before it, and a release without notes is none of security', () => {
  expect(newerReleases('45.5.0', [])).toEqual([])
  expect(newerReleases('45.5.0', [{ tag_name: 'v45.5.1', body: null }])).toEqual([
    { version: '45.5.1', isSecurity: false },
  ])
})
