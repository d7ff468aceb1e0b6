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
import type { RunKeyContent } from '../model/run-keys.ts'
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

/** With the catalogue's services that this PC has: the same for every program that is asked about. */
interface Asked extends JudgeQuestion {
  readonly there: ServicesThere
}

export function judgeInspection(question: JudgeQuestion): Inspection {
  const { takenAtUtc, machine, catalogue, listing, matches, examination } = question
  const there = servicesThere(examination.services)
  const asked: Asked = { ...question, there }
  const instances = new Map(
    catalogue.processes.map((entry) => [
      entry.id,
      (matches.get(entry.id) ?? []).flatMap((process) =>
        instanceOf(entry, process, machine, examination),
      ),
    ]),
  )
  const stack = stackOf(asked, instances)
  const processes = catalogue.processes.map((entry) =>
    inspectedOf(entry, instances.get(entry.id) ?? [], stack, asked),
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
      hiddenAbsences: hiddenAbsencesOf(processes, stack, asked),
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
  // Ten thousand PCs are judged here: engines of JavaScript take ten times as long for `{ ...process, trust }`.
  return [Object.assign({}, process, { trust: verdict, trustReason: reason, facts })]
}

function inspectedOf(
  entry: CatalogueProcess,
  instances: readonly Instance[],
  stack: StackJudgement,
  question: Asked,
): InspectedProcess {
  const { id, imageName, group } = entry
  const isInstalled = question.examination.installed.get(id) ?? failed('not-checked')
  const isRunning = instances.length > 0
  const absent = question.listing.isComplete ? 'not-running' : 'cannot-tell'
  const absence = isRunning ? null : absenceOf(entry, stack, question)
  return {
    id,
    imageName,
    group,
    isInstalled,
    instances,
    status: isRunning ? 'running' : absent,
    absence,
  }
}

function absenceOf(
  entry: CatalogueProcess,
  stack: StackJudgement,
  { machine, listing, examination, there }: Asked,
): Absence {
  return judgeAbsence({
    entry,
    platform: machine.platform,
    isListComplete: listing.isComplete,
    stack,
    services: there,
    isInstalled: examination.installed.get(entry.id) ?? failed('not-checked'),
  })
}

/** A program that only bears the name of a service's does not stand for it. */
function hiddenAbsencesOf(
  processes: readonly InspectedProcess[],
  stack: StackJudgement,
  question: Asked,
): ReadonlyMap<string, Absence> {
  return new Map(
    question.catalogue.processes.flatMap((entry) => {
      if (entry.service === undefined) return []
      const instances = processes.find(({ id }) => id === entry.id)?.instances ?? []
      const isHidden =
        instances.length > 0 &&
        instances.every(({ trust }) => trust !== 'genuine' && trust !== 'cannot-tell')
      return isHidden ? [[entry.id, absenceOf(entry, stack, question)] as const] : []
    }),
  )
}

type ServicesThere = Parameters<typeof judgeAbsence>[0]['services']

/** The catalogue's services that this PC has. */
function servicesThere(services: readonly CatalogueService[]): ServicesThere {
  const unknown = services.find(({ isInstalled }) => isInstalled.state !== 'known')
  return unknown !== undefined && unknown.isInstalled.state !== 'known'
    ? unknown.isInstalled
    : known(
        services.flatMap(({ listed, configuration, isProgramThere }) =>
          listed.state === 'known'
            ? [Object.assign({}, listed.value, { configuration, isProgramThere })]
            : [],
        ),
      )
}

function map<T, U>(probe: Probe<T>, use: (value: T) => U): Probe<U> {
  return probe.state === 'known' ? known(use(probe.value)) : probe
}

function stackOf(
  { machine: { platform }, catalogue, examination: { places, hasDesktopProgram }, there }: Asked,
  instances: ReadonlyMap<string, readonly Instance[]>,
): StackJudgement {
  const running = catalogue.processes.flatMap(({ id, imageName }) =>
    (instances.get(id) ?? [])
      // What turned out to be somebody else's says nothing about Apple's installations.
      .filter(({ trust }) => trust === 'genuine' || trust === 'cannot-tell')
      .map(({ imagePath }) => ({ imageName, imagePath })),
  )
  return judgeStack({
    platform,
    services: map(there, (found) => found.map(({ keyName }) => keyName)),
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
