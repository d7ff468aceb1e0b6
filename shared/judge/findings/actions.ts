/** The one thing to do about a finding. Reads `assets/doctor/actions.json`. */
import data from '../../../assets/doctor/actions.json' with { type: 'json' }
import { otherMakerOf } from '../../catalogue/other-makers.ts'
import type { Action } from '../../model/action.ts'
import type { Finding, FindingCode } from '../../model/finding.ts'
import type { ActionsData } from './actions-schema.ts'

export type ActionId = keyof (typeof data)['actions']
export type FindingAction = Action<ActionId>

export const readActions = (): ActionsData => data as ActionsData

type Choose = ActionId | ((finding: Finding) => ActionId)

const byCode: Readonly<Record<FindingCode, Choose>> = {
  'not-windows': 'run-on-windows',
  'list-incomplete': 'check-again',
  'other-account': 'start-as-yourself',
  'windows-not-asked': 'unpack-again',
  'retired-unsafe-running': 'uninstall-retired',
  'retired-running': 'uninstall-retired',
  tampered: 'scan',
  unsigned: 'scan',
  'untrusted-signer': 'scan',
  'planted-library': 'scan',
  'planted-library-other': 'scan',
  'foreign-in-apple-folder': 'scan',
  'apple-unproven': 'scan',
  'look-alike-unsigned': 'scan',
  'autostart-writable': 'scan',
  'stranger-unsigned': 'scan',
  'stranger-signed': 'check-file',
  'other-maker': checkUnlessInfo,
  'shared-name': checkUnlessInfo,
  'look-alike': checkUnlessInfo,
  'other-maker-apple-name': 'check-file',
  'wrong-folder': 'check-file',
  'autostart-elsewhere': 'check-startup',
  'service-stopped': 'start-service',
  'service-disabled': 'enable-service',
  'service-manual': 'enable-service',
  'service-missing': 'repair-itunes',
  'service-file-gone': 'repair-itunes',
  'service-paused': 'continue-service',
  'service-starting': 'wait',
  'service-stopping': 'wait',
  'service-hanging': 'restart-pc',
  'service-account-changed': 'reset-account',
  'hosts-line': 'remove-hosts-lines',
  'hosts-lines': 'remove-hosts-lines',
  'firewall-rule': 'disable-firewall-rule',
  'firewall-rules': 'disable-firewall-rule',
  'firewall-outgoing': 'allow-outgoing',
  'port-taken': 'move-port',
  'port-silent': ({ subject }) => (hasService(subject) ? 'restart-service' : 'reopen-app'),
  'nothing-installed': 'install-apple-devices',
  'wrong-processor': 'use-apple-devices',
  'component-missing': 'repair-itunes',
  'wrong-bitness': 'replace-32-bit',
  'app-never-opened': 'open-app-first',
  'startup-task-off': 'enable-startup-task',
  'driver-updates-off': 'allow-drivers',
  'driver-missing': 'get-driver',
  // 43: the device itself, or the way to it, reported a fault.
  'driver-problem': ({ values }) =>
    values?.['problem'] === '43' ? 'reconnect-elsewhere' : 'renew-driver',
  'driver-foreign': 'replace-driver',
  'third-party-filter': 'try-without-filter',
  'too-old': 'update-apple',
  'pairing-folder-missing': 'restart-service',
  'pairing-folder-not-writable': 'reset-pairing-rights',
  'two-editions': 'choose-edition',
  'disk-full': 'delete-backups',
  'backup-folder-broken': 'fix-backup-folder',
  'bonjour-missing': 'install-bonjour',
  'bonjour-stopped-by-vpn': 'start-bonjour-without-tunnel',
  'virtual-adapter': 'disable-adapter',
  'firewall-profile': 'set-network-private',
  'firewall-block-rule': 'disable-block-rules',
  'file-missing': 'restore-files',
  'media-features-missing': 'add-media-features',
  'safe-mode': 'restart-normally',
  'older-component': 'remove-older-bonjour',
  'started-by-other': 'quit-starter',
  'opens-at-sign-in': 'stop-opening-at-sign-in',
  'other-makers-program': 'update-other-program',
  leftovers: ({ values }) => byKind[values?.['kind'] ?? ''] ?? 'uninstall-left',
  'removal-running': 'wait-for-removal',
  'behind-hub': 'connect-directly',
  'proxy-set': 'try-without-proxy',
  'service-stale': 'restart-unlocked',
  'image-path-foreign': 'scan-service',
  'image-path-unquoted': 'scan-service',
  'name-provider-missing': 'install-bonjour',
  connections: ({ values }) => byOverall[values?.['what'] ?? ''] ?? 'check-servers-again',
}

const byKind: Readonly<Partial<Record<string, ActionId>>> = {
  app: 'uninstall-app',
  bonjour: 'uninstall-bonjour',
  service: 'remove-service-left',
  task: 'remove-task',
  startup: 'remove-startup',
}

const byOverall: Readonly<Record<string, ActionId>> = {
  'some-failed': 'allow-servers',
  'all-failed': 'check-network',
  'no-network': 'check-network',
  'clock-wrong': 'set-clock',
  intercepted: 'exempt-apple',
  'proxy-needed': 'check-proxy',
  'proxy-demands-password': 'check-proxy',
  'proxy-failed': 'check-proxy',
}

function checkUnlessInfo({ severity }: Finding): ActionId {
  return severity === 'info' ? 'nothing-to-do' : 'check-file'
}

function hasService(imageName: string): boolean {
  return Object.hasOwn(readActions().services, imageName)
}

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(readActions().actions, id)
}

export function actionOf(finding: Finding): FindingAction {
  const chosen = byCode[finding.code]
  const id = typeof chosen === 'function' ? chosen(finding) : chosen
  return actionById(id, { ...finding.values, subject: finding.subject })
}

/** @param values for the words; `subject` also chooses the service that a command is about. */
export function actionById(
  id: ActionId,
  values: Readonly<Record<string, string>> = {},
): FindingAction {
  const { actions, services } = readActions()
  const { opens = null, command, needsAdmin = false } = actions[id] ?? {}
  const subject = values['subject'] ?? ''
  // Out of the fixed list, never out of a PC's facts.
  const service = Object.hasOwn(services, subject)
    ? (services[subject] ?? '')
    : 'Apple Mobile Device Service'
  return {
    id,
    values: { ...values, service },
    opens,
    command: command?.replaceAll('{service}', service) ?? null,
    needsAdmin: needsAdmin || otherMakerOf(values['id'] ?? '')?.pauseNeedsAdmin === true,
  }
}
