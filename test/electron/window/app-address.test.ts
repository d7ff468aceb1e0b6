import { join, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contentSecurityPolicy,
  fileFor,
  isOurAddress,
} from '../../../electron/window/app-address.ts'

const folder = join(sep, 'app', 'renderer')

describe('whose address it is', () => {
  test.each(['app://bundle/', 'app://bundle/index.html', 'app://bundle/index.html#details'])(
    '%s is ours',
    (address) => {
      expect(isOurAddress(address)).toBe(true)
    },
  )
  test.each([
    'app://bundle.example/index.html',
    'app://bundle@example/index.html',
    'app://bundle:80/index.html',
    'app://other/',
    'https://bundle/index.html',
    'file:///index.html',
    'about:blank',
    'data:text/html,x',
    '',
  ])('%s is not', (address) => {
    expect(isOurAddress(address)).toBe(false)
  })
})

describe('the file of an address', () => {
  test('lies in the folder', () => {
    expect(fileFor('app://bundle/assets/a.js?x#y', folder)).toBe(join(folder, 'assets', 'a.js'))
  })

  test('never lies outside it, whatever the address', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '..%2f..',
      '..%5c..',
      '%2f',
      '%5c',
      '\\',
      '/',
      'a',
      '%00',
      '%',
      'C:',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = fileFor(`app://bundle/${parts.join('/')}`, folder)
        if (file !== undefined) expect(file.startsWith(folder + sep)).toBe(true)
      }),
    )
  })

  test.each([
    'app://bundle/',
    'app://other/index.html',
    'app://bundle/%00.html',
    'nonsense',
    'app://bundle/..%2fsecret.html',
    'app://bundle/a/..%2f..%2frenderer-of-another%2findex.html',
    'app://bundle/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://bundle/..%5csecret.html',
    'app://bundle/a%5c..%5c..%5csecret.html',
    'https://bundle/index.html',
    'app://bundle:80/index.html',
    'app://bundle/%ff.html',
  ])('%s stands for none', (address) => {
    expect(fileFor(address, folder)).toBeUndefined()
  })
})

test('the policy allows no inline script or style, no eval, no connection', () => {
  const policy = contentSecurityPolicy('abc')
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/)
  expect(policy).toContain("default-src 'none'")
  for (const nothing of ['connect-src', 'base-uri', 'form-action', 'frame-ancestors']) {
    expect(policy).toContain(`; ${nothing} 'none'`)
  }
  for (const own of ['script-src', 'img-src', 'font-src'])
    expect(policy).toContain(`${own} 'self';`)
  // No prompt, no print, no download, no form, no other window.
  expect(policy).toMatch(/(^|; )sandbox allow-scripts allow-same-origin(;|$)/)
  expect(policy).toContain("style-src 'self' 'nonce-abc'")
})
