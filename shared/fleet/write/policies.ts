/** Three policies of Fleet's: each passes where its query gives a row. */
import type { Catalogue } from '../../catalogue/schemas/catalogue-schema.ts'
import type { TrustRules } from '../../judge/trust/trust-rules-schema.ts'
import { list } from './sql-parts.ts'

export interface Policy {
  readonly name: string
  readonly description: string
  readonly resolution: string
  readonly query: string
}

export function writePolicies({ processes }: Catalogue, rules: TrustRules): readonly Policy[] {
  const automatic = processes.flatMap(({ service, stacks }) =>
    service?.startType === 'automatic' &&
    stacks.includes('desktop') &&
    service.keyNames.some((key) => key.startsWith('Apple'))
      ? service.keyNames
      : [],
  )
  const shared = rules.sharedNames.map(({ imageName }) => imageName.toLowerCase())
  const own = processes
    .map(({ imageName }) => imageName.toLowerCase())
    .filter((name) => !shared.includes(name))
  const unsafe = processes
    .filter(({ retired }) => retired?.why === 'unsafe')
    .map(({ imageName }) => imageName.toLowerCase())
  const accepted = [...rules.signers.accepted, ...rules.signers.unconfirmed].map(
    ({ commonName }) => commonName,
  )
  return [
    {
      name: "Apple's service for iPhones can start",
      description:
        'Where iTunes from apple.com is installed, the Apple Mobile Device Service is set to start by itself. Without it no iPhone is recognised.',
      resolution:
        'Open Services, open Apple Mobile Device Service, set the startup type to Automatic and choose Start.',
      query: `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM services WHERE name IN (${list(automatic)}) AND start_type <> 'AUTO_START');`,
    },
    {
      name: "Programs with Apple's names are Apple's",
      description:
        'No running program bears a name that only Apple uses without a signature, or with the sound signature of somebody else. Apps from Microsoft Store are signed as a package.',
      resolution:
        'Look at the PC with Process Inspector for iTunes before anything is deleted: it says which file is meant and where it lies.',
      query: `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM processes p JOIN authenticode a ON a.path = p.path WHERE p.path <> '' AND lower(p.name) IN (${list(own)}) AND p.path NOT LIKE '%\\WindowsApps\\AppleInc.%' AND (a.result = 'missing' OR (a.result = 'trusted' AND a.subject_name NOT IN (${list(accepted)}))));`,
    },
    {
      name: "No program of Apple's without security updates runs",
      description:
        'QuickTime for Windows has had no security updates since 2016, and iTunes of today does not need it.',
      resolution: 'Open Settings > Apps > Installed apps, find QuickTime and uninstall it.',
      query: `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM processes WHERE lower(name) IN (${list(unsafe)}));`,
    },
  ]
}
