/** Windows itself: edition, start, Safe Mode, LSA protection and media features. */
import { release, uptime } from 'node:os'
import type { WindowsFacts } from '../../../shared/model/pc-facts.ts'
import { known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { isFileThere } from '../files/is-file-there.ts'
import { replaceSystemVariables } from '../files/system-variables.ts'
import { readNumber, readText } from '../registry/typed-values.ts'

const version = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
const control = 'SYSTEM\\CurrentControlSet\\Control'

/** From Windows 11 22H2 on, LSA protection may be on although no value says so. */
const firstBuildOnByItself = 22_621

/** Without these no program plays or reads media; N editions lack them until the Media Feature Pack is added. */
const mediaLibraries = ['mfplat.dll', 'mf.dll']

export async function readWindowsFacts(now = new Date()): Promise<Probe<WindowsFacts>> {
  const editionId = readText('HKLM', version, 'EditionID')
  if (editionId.state === 'skipped') return editionId
  // Windows makes this key when it starts in Safe Mode, and only then.
  const safeMode = readNumber('HKLM', `${control}\\SafeBoot\\Option`, 'OptionValue')
  if (safeMode.state !== 'known') return safeMode
  return known({
    editionId: editionId.state === 'known' && editionId.value !== '' ? editionId.value : null,
    startedAtUtc: startedAt(now),
    isSafeMode: safeMode.value !== null && safeMode.value !== 0,
    isLsaProtected: readLsaProtection(),
    hasMediaFeatures: await hasMediaFeatures(),
  })
}

/** To the second: two looks at one start must not differ by milliseconds. */
function startedAt(now: Date): string {
  const seconds = Math.round(now.getTime() / 1000 - uptime())
  return new Date(seconds * 1000).toISOString()
}

/** https://learn.microsoft.com/windows-server/security/credentials-protection-and-management/configuring-additional-lsa-protection */
function readLsaProtection(): Probe<boolean> {
  const set = readNumber('HKLM', `${control}\\Lsa`, 'RunAsPPL')
  if (set.state !== 'known') return set
  if (set.value !== null) return known(set.value !== 0)
  const build = Number(release().split('.')[2])
  return build >= firstBuildOnByItself ? skipped('not-checked') : known(false)
}

async function hasMediaFeatures(): Promise<Probe<boolean>> {
  const folder = replaceSystemVariables('%SystemRoot%\\System32')
  for (const name of mediaLibraries) {
    const isThere = await isFileThere(`${folder}\\${name}`)
    if (isThere.state !== 'known' || !isThere.value) return isThere
  }
  return known(true)
}
