/** Findings about start-up entries that bear one of Apple's names and start something from elsewhere. */
import type { CatalogueProcess } from '../../catalogue/schemas/catalogue-schema.ts'
import type { Autostart, AutostartEntry } from '../../model/autostart.ts'
import type { Finding, Severity } from '../../model/finding.ts'
import { isWritableByUsers } from '../folder-access.ts'
import { isLauncher } from '../read-command.ts'
import { judgeSigner } from '../trust/signer-fact.ts'
import { whyShared } from '../trust/trust-rules.ts'

export function findAutostart(
  { processes }: Pick<Autostart, 'processes'>,
  catalogue: ReadonlyMap<string, CatalogueProcess>,
): Finding[] {
  return processes.flatMap(({ processId, entries }) =>
    entries
      .filter(({ place }) => place === 'elsewhere')
      .map((entry): Finding => {
        const process = catalogue.get(processId)
        const severity = weigh(entry, process)
        return {
          code:
            severity !== 'info' && isWritableByUsers(entry.access)
              ? 'autostart-writable'
              : 'autostart-elsewhere',
          severity,
          subject: process?.imageName ?? processId,
          values: { name: entry.valueName, program: entry.program ?? '' },
        }
      }),
  )
}

/**
 * Some people move their programs, and a folder alone proves nothing. A program that nobody signed, in a folder that
 * any program may write to, is another matter; so is one that starts from a user's folder by an entry that Apple would
 * have written for the whole PC. What runs scripts has no business under Apple's name, wherever it lies.
 */
function weigh(
  { access, hive, program, signature, startsIt }: AutostartEntry,
  process: CatalogueProcess | undefined,
): Severity {
  if (process === undefined || whyShared(process.imageName) === 'everyday') return 'info'
  if (program !== null && isLauncher(program)) return 'attention'
  if (!isWritableByUsers(access)) return 'info'
  const { outcome } = judgeSigner(signature, { state: 'unexpected' })
  const isOthers = signature.state === 'known' && signature.value.verdict === 'trusted'
  if (outcome === 'good') return 'info'
  if (isOthers) return startsIt === true && access === 'user' ? 'attention' : 'info'
  const isNobodys = outcome === 'unsigned' || outcome === 'tampered' || outcome === 'other'
  if (access === 'open') return isNobodys ? 'attention' : 'info'
  return isNobodys || hive !== process.autostart?.hive ? 'danger' : 'attention'
}
