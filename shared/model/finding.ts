/** Findings. */
export const severities = ['info', 'attention', 'danger'] as const
export type Severity = (typeof severities)[number]

/**
 * - `other-account`: this program runs as another account than the one that is signed in, and reads the settings of that.
 * - `windows-not-asked`: the bridge to Windows did not load; of most things nothing is known.
 * - `retired-unsafe-running`: gets no security updates any more. `retired-running`: its service has ended.
 * - `tampered`, `unsigned`, `untrusted-signer`, `other-maker`, `planted-library`, `wrong-folder`: what the evidence about one running
 *   program came to.
 * - `shared-name`: nobody whom this PC trusts signed it, and the name is not Apple's alone.
 * - `other-maker-apple-name`: another maker's, under a name that only Apple is known to use.
 * - `foreign-in-apple-folder`: another maker's, in the folder and under the name of Apple's own.
 * - `stranger-unsigned`, `stranger-signed`: in Apple's own folder under a name that is none of the catalogue's: signed by nobody, or
 *   by another maker.
 * - `planted-library-other`: another maker's genuine program, beside a library that is not that maker's.
 * - `apple-unproven`: names Apple as its signer, cannot be checked, and lies where any program may write.
 * - `look-alike`, `look-alike-unsigned`: a name that could be taken for one of the catalogue's; and nobody signed it, in
 *   a folder that users can write to.
 * - `service-…`: a service that should run by itself does not; `service-hanging`: it has been starting for too long.
 * - `autostart-elsewhere`: an entry named like Apple's starts a program from another folder than Apple's.
 * - `autostart-writable`: the same, from a folder that every program of the user may write to.
 * - `hosts-line`, `hosts-lines`: one or several lines of the hosts file stand between this PC and Apple.
 * - `firewall-rule`, `firewall-rules`: one or several rules of Windows Firewall block what Apple's programs need.
 * - `firewall-outgoing`: Windows Firewall lets nothing out that no rule allows.
 * - `port-taken`, `port-silent`: a program of Apple's runs without the port that it needs.
 * - `connections`: what the check of Apple's servers came to, where somebody asked for it.
 */
export type FindingCode =
  | 'not-windows'
  | 'list-incomplete'
  | 'other-account'
  | 'windows-not-asked'
  | 'retired-unsafe-running'
  | 'retired-running'
  | 'tampered'
  | 'unsigned'
  | 'untrusted-signer'
  | 'other-maker'
  | 'planted-library'
  | 'shared-name'
  | 'other-maker-apple-name'
  | 'foreign-in-apple-folder'
  | 'stranger-unsigned'
  | 'stranger-signed'
  | 'planted-library-other'
  | 'apple-unproven'
  | 'wrong-folder'
  | 'look-alike'
  | 'look-alike-unsigned'
  | 'service-stopped'
  | 'service-disabled'
  | 'service-missing'
  | 'service-manual'
  | 'service-paused'
  | 'service-starting'
  | 'service-stopping'
  | 'service-hanging'
  | 'service-file-gone'
  | 'service-account-changed'
  | 'autostart-elsewhere'
  | 'autostart-writable'
  | 'hosts-line'
  | 'hosts-lines'
  | 'firewall-rule'
  | 'firewall-rules'
  | 'firewall-outgoing'
  | 'port-taken'
  | 'port-silent'
  | 'connections'
  | PcFindingCode

/** What the rules of `assets/doctor/rules.json` find in the facts of a PC. Some are causes of one symptom alone. */
export const pcFindingCodes = [
  'nothing-installed',
  'wrong-processor',
  'component-missing',
  'wrong-bitness',
  'app-never-opened',
  'startup-task-off',
  'driver-updates-off',
  'driver-missing',
  'driver-problem',
  'driver-foreign',
  'third-party-filter',
  'too-old',
  'pairing-folder-missing',
  'pairing-folder-not-writable',
  'two-editions',
  'disk-full',
  'backup-folder-broken',
  'bonjour-missing',
  'bonjour-stopped-by-vpn',
  'virtual-adapter',
  'firewall-profile',
  'firewall-block-rule',
  'file-missing',
  'media-features-missing',
  'safe-mode',
  'older-component',
  'started-by-other',
  'opens-at-sign-in',
  'other-makers-program',
  'leftovers',
  'removal-running',
  'behind-hub',
  'proxy-set',
  'service-stale',
  'image-path-foreign',
  'image-path-unquoted',
  'name-provider-missing',
] as const
type PcFindingCode = (typeof pcFindingCodes)[number]

/** The texts hold a sentence for each code (`finding.<code>`), with `subject` and `values` put in. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** The image name or system that the finding is about. */
  readonly subject: string
  /** For example the signer, or the process number. */
  readonly values?: Readonly<Record<string, string>>
}
