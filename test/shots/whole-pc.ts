/** Everything that runs on the PC of the pictures: the processes of its inspection among Windows's own and others'. */
import { packListing } from '../../shared/ipc/pack-listing.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import { known } from '../../shared/model/probe.ts'
import type { ProcessFactsAnswer } from '../../shared/model/process-facts.ts'
import { success } from '../../shared/model/result.ts'
import ordinary from '../fixtures/ordinary-windows-names.json' with { type: 'json' }
import { listed, listing } from '../fixtures/listed.ts'
import { noSignature, signedBy } from '../renderer/recorded-pc.ts'

const windows = 'C:\\Windows\\System32'
const startedAt = (second: number) => new Date(Date.UTC(2026, 10, 22, 7, 14, second)).toISOString()

interface Program {
  readonly pid: number
  readonly parentPid: number
  readonly name: string
  readonly folder: string
  /** Empty for a file that nobody signed. */
  readonly signer: string
  readonly services?: readonly string[]
}

const microsoft = (pid: number, parentPid: number, name: string, folder = windows): Program => ({
  ...{ pid, parentPid, name, folder },
  signer: 'Microsoft Windows',
})

const fixed: readonly Program[] = [
  microsoft(4, 0, 'System', ''),
  microsoft(420, 4, 'smss.exe'),
  microsoft(612, 420, 'csrss.exe'),
  microsoft(700, 420, 'wininit.exe'),
  microsoft(812, 700, 'services.exe'),
  { ...microsoft(1440, 812, 'svchost.exe'), services: ['BFE', 'mpssvc'] },
  microsoft(5004, 420, 'explorer.exe', 'C:\\Windows'),
  {
    ...{ pid: 7300, parentPid: 5004, name: 'firefox.exe', signer: 'Mozilla Corporation' },
    folder: 'C:\\Program Files\\Mozilla Firefox',
  },
  {
    ...{ pid: 7344, parentPid: 7300, name: 'firefox.exe', signer: 'Mozilla Corporation' },
    folder: 'C:\\Program Files\\Mozilla Firefox',
  },
  {
    ...{ pid: 8016, parentPid: 5004, name: 'KeePassXC.exe', signer: 'DroidMonkey Apps, LLC' },
    folder: 'C:\\Program Files\\KeePassXC',
  },
  {
    ...{ pid: 8244, parentPid: 5004, name: 'notes-sync.exe', signer: '' },
    folder: 'C:\\Users\\anna\\AppData\\Local\\notes',
  },
]
const ordinaryPrograms = ordinary.sources
  .flatMap(({ names }) => names)
  .filter((name) => /^[A-Z][a-z]{3,}[A-Z][A-Za-z]{3,}\.exe$/.test(name))
  .slice(0, 40)
  .map((name, index) => microsoft(10_000 + index * 36, index % 3 === 0 ? 812 : 5004, name))
const others = [...fixed, ...ordinaryPrograms]

const signatureOf = (signer: string) =>
  signer === 'Microsoft Windows'
    ? {
        ...signedBy(signer),
        signer: { commonName: signer, organization: 'Microsoft Corporation' },
        issuer: 'Microsoft Windows Production PCA 2011',
      }
    : signedBy(signer)

const pathOf = ({ folder, name }: Program) => (folder === '' ? name : `${folder}\\${name}`)

/** The answers about all processes, on the PC of this inspection. */
export function wholePcAnswers({ processes, lookAlikes }: Inspection) {
  const judged = [...processes.flatMap(({ instances }) => instances), ...lookAlikes]
  const all = [
    ...others.map(({ pid, parentPid, name }, index) =>
      listed(pid, name, {
        parentPid,
        startedAtUtc: known(startedAt(index % 60)),
        workingSetBytes: known(1_500_000 + ((index * 7919) % 900) * 400_000),
        privateBytes: known(1_100_000 + ((index * 7919) % 900) * 300_000),
        cpuMs: known(index * 900),
        counts: known({ sessionId: index % 2, threads: 1 + (index % 30), handles: 60 + index * 7 }),
      }),
    ),
    ...judged.map((one) => listed(one.pid, one.name, one)),
  ]
  const facts: ProcessFactsAnswer = {
    revision: 1,
    pending: 0,
    processes: [
      ...others.map((program, index) => ({
        pid: program.pid,
        startedAtUtc: startedAt(index % 60),
        imagePath: known(pathOf(program)),
        commandLine: known(`"${pathOf(program)}"`),
        services: known(program.services ?? []),
      })),
      ...judged.map((one) => ({
        pid: one.pid,
        startedAtUtc: one.startedAtUtc.state === 'known' ? one.startedAtUtc.value : null,
        imagePath: one.imagePath,
        commandLine:
          one.imagePath.state === 'known' ? known(`"${one.imagePath.value}"`) : one.imagePath,
        services: one.services,
      })),
    ],
    files: [
      ...others.map((program) => ({
        path: pathOf(program),
        signature: known(program.signer === '' ? noSignature : signatureOf(program.signer)),
      })),
      ...judged.flatMap((one) =>
        one.imagePath.state === 'known'
          ? [{ path: one.imagePath.value, signature: one.signature }]
          : [],
      ),
    ],
  }
  return {
    listProcesses: success(
      packListing(
        listing(all, {
          lister: 'in-process',
          load: {
            ...{ atMs: 1000, processors: 8 },
            ...{ memoryBytes: 16_964_000_000, memoryInUseBytes: 9_878_000_000 },
          },
        }),
      ),
    ),
    learnProcesses: success(facts),
  }
}
