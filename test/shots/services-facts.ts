/** A PC for the pictures of "Services & startup": its service is disabled, iTunesHelper too, an iPhone is connected. */
import type { InstalledPackage, PcFacts, StartupItem } from '../../shared/model/pc-facts.ts'
import { known } from '../../shared/model/probe.ts'
import { pcFacts } from '../fixtures/pc-facts.ts'
import { service } from '../renderer/services/made-up-services.ts'

const support = 'C:\\Program Files\\Common Files\\Apple\\Mobile Device Support'

export const amds = service(
  'Apple Mobile Device Service',
  { state: known('stopped'), pid: null },
  {
    startType: 'disabled',
    imagePath: `"${support}\\AppleMobileDeviceService.exe"`,
    program: `${support}\\AppleMobileDeviceService.exe`,
  },
)

function installed(name: string, version: string, more: Partial<InstalledPackage> = {}) {
  return {
    ...{ id: 'other', name, version, bits: 64, hive: 'HKLM', folder: null },
    ...{ isFolderThere: known(null), fileVersion: null, ...more },
  } satisfies InstalledPackage
}

const [helper] = pcFacts.startup.items
const items: readonly StartupItem[] =
  helper === undefined
    ? []
    : [
        helper,
        {
          ...helper,
          place: 'scheduled-task',
          name: '\\Apple\\AppleSoftwareUpdate',
          key: null,
          target: 'C:\\Program Files (x86)\\Apple Software Update\\SoftwareUpdate.exe',
          startupSwitch: known({ isOn: true, offSinceUtc: null }),
        },
      ]

export const servicesFacts: PcFacts = {
  ...pcFacts,
  services: known([
    service('Bonjour Service', {}),
    amds,
    service('iPod Service', { state: known('stopped'), pid: null }, { startType: 'manual' }),
    service(
      'stisvc',
      { displayName: 'Windows Image Acquisition (WIA)', maker: 'windows' },
      { hasTrigger: true, account: 'NT Authority\\LocalService' },
    ),
  ]),
  startup: { ...pcFacts.startup, items },
  packages: known([
    installed('iTunes', '12.13.4.4', { id: 'itunes' }),
    installed('Apple Mobile Device Support', '17.5.0.12', { id: 'apple-mobile-device-support' }),
    installed('Bonjour', '3.1.0.1', { id: 'bonjour' }),
    installed('Apple Software Update', '2.6.3.1', { bits: 32, isFolderThere: known(false) }),
  ]),
}
