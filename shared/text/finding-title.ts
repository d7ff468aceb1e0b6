/** The title of a finding: what it is, in a few words. The sentences are `findingWords`. */
import type { Finding, FindingCode } from '../model/finding.ts'
import { shortText } from './visible-text.ts'
import type { Words } from './words.ts'

const titles = {
  'not-windows': 'notWindows',
  'list-incomplete': 'listIncomplete',
  'other-account': 'otherAccount',
  'windows-not-asked': 'notAsked',
  'retired-unsafe-running': 'retired',
  'retired-running': 'retired',
  tampered: 'changed',
  unsigned: 'unsigned',
  'untrusted-signer': 'untrusted',
  'other-maker': 'notApples',
  'planted-library': 'dll',
  'shared-name': 'notApples',
  'other-maker-apple-name': 'notApples',
  'foreign-in-apple-folder': 'notApples',
  'stranger-unsigned': 'stranger',
  'stranger-signed': 'stranger',
  'planted-library-other': 'dll',
  'apple-unproven': 'unproven',
  'wrong-folder': 'folder',
  'look-alike': 'lookAlike',
  'look-alike-unsigned': 'lookAlike',
  'service-stopped': 'service',
  'service-disabled': 'serviceDisabled',
  'service-missing': 'serviceMissing',
  'service-manual': 'service',
  'service-paused': 'service',
  'service-starting': 'service',
  'service-stopping': 'service',
  'service-hanging': 'service',
  'service-file-gone': 'serviceMissing',
  'service-account-changed': 'service',
  'autostart-elsewhere': 'startup',
  'autostart-writable': 'startup',
  'hosts-line': 'hosts',
  'hosts-lines': 'hosts',
  'firewall-rule': 'firewall',
  'firewall-rules': 'firewall',
  'firewall-outgoing': 'firewall',
  'port-taken': 'port',
  'port-silent': 'port',
  connections: 'connections',
  'component-missing': 'partMissing',
  'file-missing': 'partMissing',
  'driver-updates-off': 'driver',
  'driver-missing': 'driver',
  'driver-problem': 'driver',
  'driver-foreign': 'driver',
  'bonjour-missing': 'bonjour',
  'bonjour-stopped-by-vpn': 'bonjour',
  'name-provider-missing': 'bonjour',
  'pairing-folder-missing': 'pairing',
  'pairing-folder-not-writable': 'pairing',
  'wrong-bitness': 'installation',
  'app-never-opened': 'installation',
  'startup-task-off': 'installation',
  'two-editions': 'installation',
  'image-path-foreign': 'servicePath',
  'image-path-unquoted': 'servicePath',
  'backup-folder-broken': 'backups',
  leftovers: 'leftover',
} as const satisfies Partial<Record<FindingCode, string>>

export function findingTitle({ t, has }: Words, { code, subject, values }: Finding): string {
  const overall = `connections.overall.${values?.['what'] ?? ''}.title`
  if (code === 'connections' && has(overall)) return t(overall)
  const known: Partial<Record<FindingCode, (typeof titles)[keyof typeof titles]>> = titles
  const key = known[code] ?? 'other'
  return t(`findingTitle.${key}`, {
    name: shortText(subject, 80),
    resembles: shortText(values?.['resembles'] ?? '', 80),
  })
}
