/** Does `npm test` see which system packages are there and which are not? */
import { describe, expect, it } from 'vitest'
import {
  installedIn,
  isDebianLike,
  missingPackages,
  namesWithCandidate,
} from '../../../scripts/machine/system-packages.mjs'

describe('dpkg-query', () => {
  const listing = [
    'wine install ok installed',
    'xvfb deinstall ok config-files',
    'libgtk-3-0 install ok installed',
    'procps install ok half-configured',
    '',
  ].join('\n')

  it('is believed only for packages that are installed whole', () => {
    expect(installedIn(listing)).toEqual(new Set(['wine', 'libgtk-3-0']))
  })

  it('leaves no need unmet, and takes any of the names under which it is met', () => {
    const installed = installedIn(listing)
    expect(missingPackages([['libgtk-3-0t64', 'libgtk-3-0'], ['wine']], installed)).toEqual([])
    expect(missingPackages([['xvfb'], ['wine']], installed)).toEqual([['xvfb']])
  })
})

describe('apt-cache policy', () => {
  it('names what this release has, and not what it only mentions', () => {
    const policy = [
      'libgtk-3-0t64:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
      'libgtk-3-0:',
      '  Installed: (none)',
      '  Candidate: 3.24.38-2',
      '  Version table:',
    ].join('\n')
    expect(namesWithCandidate(policy)).toEqual(new Set(['libgtk-3-0']))
  })
})

describe('the system', () => {
  it('is Debian or one of its descendants by its os-release file', () => {
    expect(isDebianLike('NAME="Debian GNU/Linux"\nID=debian\n')).toBe(true)
    expect(isDebianLike('ID=linuxmint\nID_LIKE="ubuntu debian"\n')).toBe(true)
    expect(isDebianLike('ID=fedora\nHOME_URL="https://debian.example"\n')).toBe(false)
    expect(isDebianLike('')).toBe(false)
  })
})
