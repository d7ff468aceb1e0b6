/** Judging of an inspection: facts in, verdicts out. Facts in, verdicts out, for every process of the catalogue. */
import type { Resemblance } from '../catalogue/look-alike.ts'
import type { Catalogue, CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import type {
  Absence,
  ExaminedProcess,
  InspectedProcess,
  Inspection,
  InstalledProduct,
  Instance,
  LookAlike,
  Machine,
  StackJudgement,
} from '../model/inspection.ts'
import type { RunKeyContent } from '../model/autostart.ts'
import type { Places } from '../model/places.ts'
import { failed, known, type Probe } from '../model/probe.ts'
import type { ListedProcess, Listing } from '../model/process.ts'
import type { Signature } from '../model/signature.ts'
import type { CatalogueService } from '../model/service.ts'
import { judgeAbsence } from './absence.ts'
import { judgeAutostart } from './autostart.ts'
import { isInAppleFolder, locateProgram } from './trust/expected-folders.ts'
import { judgeFindings } from './findings/findings.ts'
import { judgeSigner } from './trust/signer-fact.ts'
import { judgeStack } from './stack.ts'
import { judgeTrust } from './trust/trust.ts'

/** What stages two and three of an inspection found out. */
export interface Examination {
  readonly elevated: Probe<boolean>
  readonly isSignedIn?: Probe<boolean> | undefined
  readonly places: Places
  /** One for every service key name of the catalogue. */
  readonly services: readonly CatalogueService[]
  readonly runKeys: readonly RunKeyContent[]
  /** Of programs that an entry starts from elsewhere than Apple's folder, by path. */
  readonly startedFiles: ReadonlyMap<string, Probe<Signature>>
  /** By catalogue id. */
  readonly installed: ReadonlyMap<string, Probe<boolean>>
  readonly hasDesktopProgram: Probe<boolean>
  readonly products?: readonly InstalledProduct[]
  readonly byPid: ReadonlyMap<number, ExaminedProcess>
  /** Not in the catalogue, but perhaps Apple's: their signature decides. */
  readonly maybeApple: Probe<readonly ExaminedProcess[]>
}

export interface JudgeQuestion {
  readonly takenAtUtc: string
  readonly machine: Machine
  readonly catalogue: Catalogue
  readonly listing: Listing
  /** Running processes of each catalogue id. */
  readonly matches: ReadonlyMap<string, readonly ListedProcess[]>
  readonly lookAlikes: readonly (Resemblance & { readonly process: ListedProcess })[]
  readonly examination: Examination
}

export function judgeInspection(question: JudgeQuestion): Inspection {
  const { takenAtUtc, machine, catalogue, listing, matches, examination } = question
  const instances = new Map(
    catalogue.processes.map((entry) => [
      entry.id,
      (matches.get(entry.id) ?? []).flatMap((process) =>
        instanceOf(entry, process, machine, examination),
      ),
    ]),
  )
  const stack = stackOf(machine, catalogue, instances, examination)
  const processes = catalogue.processes.map((entry) =>
    inspectedOf(entry, instances.get(entry.id) ?? [], stack, question),
  )
  const lookAlikes = lookAlikesOf(question)
  const strangers = strangersOf(catalogue, examination)
  const autostart = judgeAutostart(catalogue, examination)
  return {
    takenAtUtc,
    machine,
    elevated: examination.elevated,
    isSignedIn: examination.isSignedIn,
    lister: listing.lister,
    processesSeen: listing.processesSeen,
    stack,
    products: examination.products ?? [],
    processes,
    lookAlikes,
    otherApple: otherAppleOf(examination),
    strangers,
    services: examination.services,
    autostart,
    places: examination.places,
    findings: judgeFindings({
      machine,
      isListComplete: listing.isComplete,
      isSignedIn: examination.isSignedIn,
      elevated: examination.elevated,
      catalogue: catalogue.processes,
      processes,
      lookAlikes,
      strangers,
      hiddenAbsences: hiddenAbsencesOf(processes, stack, question),
      autostart,
      places: examination.places,
      services: examination.services,
      takenAtUtc,
    }),
  }
}

function instanceOf(
  entry: CatalogueProcess,
  { pid }: ListedProcess,
  { platform }: Machine,
  { byPid, places }: Examination,
): Instance[] {
  const process = byPid.get(pid)
  if (process === undefined) return []
  const { name, imagePath, signature, version, neighbours } = process
  const { verdict, reason, facts } = judgeTrust({
    entry,
    platform,
    name,
    imagePath,
    signature,
    version,
    neighbours,
    places,
  })
  return [{ ...process, trust: verdict, trustReason: reason, facts }]
}

function inspectedOf(
  entry: CatalogueProcess,
  instances: readonly Instance[],
  stack: StackJudgement,
  question: JudgeQuestion,
): InspectedProcess {
  const { id, imageName, group } = entry
  const isInstalled = question.examination.installed.get(id) ?? failed('not-checked')
  const same = { id, imageName, group, isInstalled, instances }
  if (instances.length > 0) return { ...same, status: 'running', absence: null }
  const absence = absenceOf(entry, stack, question)
  return { ...same, status: question.listing.isComplete ? 'not-running' : 'cannot-tell', absence }
}

function absenceOf(
  entry: CatalogueProcess,
  stack: StackJudgement,
  { machine, listing, examination }: JudgeQuestion,
): Absence {
  return judgeAbsence({
    entry,
    platform: machine.platform,
    isListComplete: listing.isComplete,
    stack,
    services: servicesThere(examination.services),
    isInstalled: examination.installed.get(entry.id) ?? failed('not-checked'),
  })
}

/** A program that only bears the name of a service's does not stand for it. */
function hiddenAbsencesOf(
  processes: readonly InspectedProcess[],
  stack: StackJudgement,
  question: JudgeQuestion,
): ReadonlyMap<string, Absence> {
  return new Map(
    question.catalogue.processes.flatMap((entry) => {
      const instances = processes.find(({ id }) => id === entry.id)?.instances ?? []
      const isHidden =
        entry.service !== undefined &&
        instances.length > 0 &&
        instances.every(({ trust }) => trust !== 'genuine' && trust !== 'cannot-tell')
      return isHidden ? [[entry.id, absenceOf(entry, stack, question)] as const] : []
    }),
  )
}

type ServicesThere = Parameters<typeof judgeAbsence>[0]['services']
const keptServices = new WeakMap<readonly CatalogueService[], ServicesThere>()

/** The catalogue's services that this PC has. The same for every program that is asked about. */
function servicesThere(services: readonly CatalogueService[]): ServicesThere {
  const before = keptServices.get(services)
  if (before !== undefined) return before
  const unknown = services.find(({ isInstalled }) => isInstalled.state !== 'known')
  const there =
    unknown !== undefined && unknown.isInstalled.state !== 'known'
      ? unknown.isInstalled
      : known(
          services.flatMap(({ listed, configuration, isProgramThere }) =>
            listed.state === 'known' ? [{ ...listed.value, configuration, isProgramThere }] : [],
          ),
        )
  keptServices.set(services, there)
  return there
}

function map<T, U>(probe: Probe<T>, use: (value: T) => U): Probe<U> {
  return probe.state === 'known' ? known(use(probe.value)) : probe
}

function stackOf(
  { platform }: Machine,
  { processes: entries }: Catalogue,
  instances: ReadonlyMap<string, readonly Instance[]>,
  { services, places, hasDesktopProgram }: Examination,
): StackJudgement {
  const running = entries.flatMap(({ id, imageName }) =>
    (instances.get(id) ?? [])
      // What turned out to be somebody else's says nothing about Apple's installations.
      .filter(({ trust }) => trust === 'genuine' || trust === 'cannot-tell')
      .map(({ imagePath }) => ({ imageName, imagePath })),
  )
  return judgeStack({
    platform,
    services: map(servicesThere(services), (there) => there.map(({ keyName }) => keyName)),
    packages: map(places.storePackages, (found) => found.map(({ familyName }) => familyName)),
    hasDesktopProgram,
    processes: known(running),
  })
}

function lookAlikesOf({
  catalogue,
  lookAlikes,
  machine,
  examination,
}: JudgeQuestion): readonly LookAlike[] {
  return lookAlikes.flatMap(({ process, resembles, why }) => {
    const entry = catalogue.processes.find(({ imageName }) => imageName === resembles)
    if (entry === undefined) return []
    return instanceOf(entry, process, machine, examination).map((instance) => ({
      ...instance,
      resemblesId: entry.id,
      resembles,
      why,
    }))
  })
}

/** What may be Apple's and is not known to be, in a folder of Apple's own. */
function strangersOf(
  { processes: entries }: Catalogue,
  { maybeApple, places }: Examination,
): readonly ExaminedProcess[] {
  if (maybeApple.state !== 'known') return []
  return maybeApple.value.filter(
    ({ imagePath, signature }) =>
      imagePath.state === 'known' &&
      isInAppleFolder(imagePath.value, entries, places) &&
      judgeSigner(signature, locateProgram(anyProgram, imagePath, places)).outcome !== 'good',
  )
}

const anyProgram = { folders: [] }

function otherAppleOf({ maybeApple, places }: Examination): Inspection['otherApple'] {
  return map(maybeApple, (processes) =>
    processes.filter(
      ({ signature, imagePath }) =>
        judgeSigner(signature, locateProgram(anyProgram, imagePath, places)).outcome === 'good',
    ),
  )
}
