/** What should the reader know beyond the list? Facts in, findings out; the words come later. */
import type { CatalogueProcess } from '../catalogue/schema.ts'
import type { Autostart } from '../model/autostart.ts'
import type { Finding, FindingCode, Severity } from '../model/finding.ts'
import type {
  AbsenceCode,
  InspectedProcess,
  Instance,
  LookAlike,
  Machine,
} from '../model/inspection.ts'

export function judgeFindings(
  machine: Machine,
  isComplete: boolean,
  catalogue: readonly CatalogueProcess[],
  processes: readonly InspectedProcess[],
  lookAlikes: readonly LookAlike[],
  autostart: Pick<Autostart, 'processes'> = { processes: [] },
): readonly Finding[] {
  const findings: Finding[] = []
  if (machine.platform !== 'win32') {
    findings.push({ code: 'not-windows', severity: 'info', subject: machine.platform })
  }
  if (!isComplete) {
    findings.push({ code: 'list-incomplete', severity: 'attention', subject: '' })
  }
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]))
  for (const process of processes) {
    findings.push(...process.instances.flatMap(aboutInstance), ...aboutAbsence(process))
    findings.push(...aboutRetired(process, entries.get(process.id)))
  }
  findings.push(...lookAlikes.flatMap(aboutLookAlike), ...aboutAutostart(autostart, entries))
  return worstFirst(findings)
}

/** Whether anything asks the reader to act: the difference between exit code 0 and 1. */
export function needsAttention(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'info')
}

const order: readonly Severity[] = ['danger', 'attention', 'info']

export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}

/** The worst word is earned by evidence: another maker's sound program, or a strange folder, is no danger yet. */
function aboutInstance({ name, pid, trust, facts }: Instance): Finding[] {
  const say = (code: FindingCode, severity: Severity): Finding[] => {
    const { signer = '', file = '' } = facts.signer.values
    const { folder = '' } = facts.folder.values
    const values = { pid: String(pid), signer, file, folder }
    return [{ code, severity, subject: name, values }]
  }
  switch (trust) {
    case 'tampered':
      return say('tampered', 'danger')
    case 'unsigned':
      return say('unsigned', 'danger')
    case 'wrong-signer':
      if (facts.signer.rule === 'signer-of-neighbour') return say('planted-library', 'danger')
      return facts.signer.code === 'other-maker' || facts.signer.code === 'other-maker-expired'
        ? say('other-maker', 'attention')
        : say('untrusted-signer', 'danger')
    case 'wrong-folder':
      return say('wrong-folder', 'attention')
    case 'genuine':
    case 'cannot-tell':
      return []
  }
}

/** A sound signature of another maker says that the likeness is chance: nobody is asked to do anything. */
function aboutLookAlike(one: LookAlike): Finding[] {
  const { signature } = one
  const isSigned = signature.state === 'known' && signature.value.verdict === 'trusted'
  const values = { pid: String(one.pid), resembles: one.resembles, why: one.why }
  return [
    { code: 'look-alike', severity: isSigned ? 'info' : 'attention', subject: one.name, values },
  ]
}

/** Some people move their programs, and a name is nobody's property: never more than information. */
function aboutAutostart(
  { processes }: Pick<Autostart, 'processes'>,
  catalogue: ReadonlyMap<string, CatalogueProcess>,
): Finding[] {
  return processes.flatMap(({ processId, entries }) =>
    entries
      .filter(({ place }) => place === 'elsewhere')
      .map(({ valueName, program }) => ({
        code: 'autostart-elsewhere',
        severity: 'info',
        subject: catalogue.get(processId)?.imageName ?? processId,
        values: { name: valueName, program: program ?? '' },
      })),
  )
}

const wantingService: Partial<Record<AbsenceCode, FindingCode>> = {
  'service-stopped': 'service-stopped',
  'service-disabled': 'service-disabled',
  'service-missing': 'service-missing',
}

function aboutAbsence({ imageName, absence }: InspectedProcess): Finding[] {
  const code = absence === null ? undefined : wantingService[absence.code]
  return code === undefined ? [] : [{ code, severity: 'attention', subject: imageName }]
}

function aboutRetired(
  { status, imageName, instances }: InspectedProcess,
  entry: CatalogueProcess | undefined,
): Finding[] {
  const why = entry?.retired?.why
  // Somebody else's program of that name is not the retired one.
  const isAnothers =
    instances.length > 0 &&
    instances.every(({ trust }) => trust !== 'genuine' && trust !== 'cannot-tell')
  if (status !== 'running' || why === undefined || isAnothers) return []
  return why === 'unsafe'
    ? [{ code: 'retired-unsafe-running', severity: 'attention', subject: imageName }]
    : [{ code: 'retired-running', severity: 'info', subject: imageName }]
}
