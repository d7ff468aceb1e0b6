/** The names of this PC's Windows and of the iTunes or Apple Devices on it. */
import builds from '../../assets/catalogue/windows-builds.json' with { type: 'json' }
import type { InstalledProduct, Machine } from '../model/inspection.ts'
import { shortText } from './visible-text.ts'
import type { Words } from './texts.ts'

const client: Readonly<Record<string, string>> = builds.client
const server: Readonly<Record<string, string>> = builds.server

/**
 * `Windows 11 23H2 (22631)`. A server shares its number with a client, and only Windows's own name for itself tells
 * them apart; a number that is in no list of Microsoft's is said to be unknown.
 */
export function systemWords(
  { t }: Words,
  { platform, release, edition = '' }: Pick<Machine, 'platform' | 'release' | 'edition'>,
): string {
  if (platform !== 'win32') return `${shortText(platform)} ${shortText(release)}`
  const build = /^10\.0\.(\d{4,6})(?:\.|$)/.exec(release)?.[1]
  if (build === undefined) return `Windows ${shortText(release)}`
  const names = namesOf(build, edition).map((name) => `Windows ${name}`)
  if (names.length > 0) return `${names.join(' / ')} (${build})`
  const name = edition === '' ? 'Windows' : shortText(edition)
  return t('report.unknownBuild', { name, build })
}

function namesOf(build: string, edition: string): readonly string[] {
  const known = (name: string | undefined) => (name === undefined ? [] : [name])
  const ofClient = Object.hasOwn(client, build) ? known(client[build]) : []
  const ofServer = Object.hasOwn(server, build) ? known(server[build]) : []
  if (edition === '') return [...ofClient, ...ofServer]
  return /\bserver\b/i.test(edition) ? ofServer : ofClient
}

/** `iTunes 12.13.7.1`, `iTunes 12.13.4.4 (Microsoft Store)`, `Apple Devices 1.5.1.0`. */
export function productWords(
  { t }: Words,
  products: readonly InstalledProduct[],
): readonly string[] {
  return products.map(({ id, edition, version }) =>
    t(`report.product.${id}${edition === 'store' ? 'Store' : ''}`, { version: shortText(version) }),
  )
}
