/** Is the file that Windows opens the one that was named? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathForWindows } from '../../../../electron/win32/files/held-file.ts'

describe('pathForWindows', () => {
  it('leaves an ordinary path as it is', () => {
    for (const path of [
      'C:\\Program Files\\iTunes\\iTunesHelper.exe',
      'C:\\a.b\\ c\\.hidden\\x',
      'C:\\a\\..\\b\\.\\x.exe',
      '\\\\server\\share\\x.exe',
      'x.exe',
    ]) {
      expect(pathForWindows(path)).toBe(path)
    }
  })

  it.each([
    ['C:\\Program Files \\x.exe', '\\\\?\\C:\\Program Files \\x.exe'],
    ['C:\\Program Files.\\x.exe', '\\\\?\\C:\\Program Files.\\x.exe'],
    ['C:\\Program Files\\iTunesHelper.exe ', '\\\\?\\C:\\Program Files\\iTunesHelper.exe '],
    ['C:\\Program Files\\iTunesHelper.exe.', '\\\\?\\C:\\Program Files\\iTunesHelper.exe.'],
    ['C:\\...\\x.exe', '\\\\?\\C:\\...\\x.exe'],
    ['C:\\ \\x.exe', '\\\\?\\C:\\ \\x.exe'],
    ['C:/Program Files /x.exe', '\\\\?\\C:\\Program Files \\x.exe'],
    ['\\\\server\\share\\a \\x.exe', '\\\\?\\UNC\\server\\share\\a \\x.exe'],
  ])('keeps the blank or dot that Windows would drop from %j', (path, expected) => {
    expect(pathForWindows(path)).toBe(expected)
  })

  it('never changes a path that is literal already', () => {
    const literal = '\\\\?\\C:\\Program Files \\..\\x.exe'
    expect(pathForWindows(literal)).toBe(literal)
    const device = '\\\\?\\GLOBALROOT\\Device\\HarddiskVolume9\\a.\\x.exe'
    expect(pathForWindows(device)).toBe(device)
  })

  it('makes a long path literal, as old functions take only 260 characters', () => {
    const long = `C:\\${'x'.repeat(300)}\\x.exe`
    expect(pathForWindows(long)).toBe(`\\\\?\\${long}`)
  })

  it('gives no two paths of a drive the same meaning', () => {
    const part = fc.stringMatching(/^[ab. ]{1,4}$/).filter((text) => text !== '.' && text !== '..')
    const meaning = (path: string) => {
      const given = pathForWindows(path)
      // What Win32 makes of a path that is not literal.
      if (given.startsWith('\\\\?\\')) return given.slice(4)
      return given.replace(/[. ]+(?=\\|$)/g, '')
    }
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const path = `C:\\${parts.join('\\')}`
        expect(meaning(path)).toBe(path)
      }),
    )
  })
})
