/** Are texts that the registry only names found in Windows's own libraries, and nothing else opened for them? */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIndirectText } from '../../../electron/win32/registry/indirect-text.ts'

test('a reference to a library of Windows gives its text', () => {
  // The word for the desktop, under its number in Wine and in Windows, in the language of either.
  const ids = [20, 21769]
  for (const library of ['shell32.dll', '%SystemRoot%\\system32\\shell32.dll']) {
    const found = ids.map((id) => readIndirectText(`@${library},-${id}`))
    assert.ok(
      found.some((text) => /^\p{L}/u.test(text)),
      found.join(),
    )
  }
})

test('an ordinary name, a number that is not there and a library elsewhere stay as they are', () => {
  const kept = [
    'iTunes',
    '',
    '@FirewallAPI.dll,-999999',
    '@C:\\Users\\Public\\evil.dll,-1',
    '@\\\\server\\share\\texts.dll,-1',
    '@%TEMP%\\x.dll,-1',
    '@..\\x.dll,-1',
  ]
  for (const text of kept) assert.equal(readIndirectText(text), text)
})
