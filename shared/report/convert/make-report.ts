/** A report out of an inspection. Facts get their words, in one language. */
import { readCatalogue } from '../../catalogue/catalogue.ts'
import { catalogueVersion } from '../../catalogue/catalogue-version.ts'
import { readEndpoints } from '../../catalogue/endpoints.ts'
import { editionsListing } from '../../catalogue/editions.ts'
import type { FactName } from '../../model/evidence.ts'
import { allFindings } from '../../judge/findings/connection-findings.ts'
import { needsAttention, worstOf } from '../../judge/findings/findings.ts'
import type { ExaminedProcess, Inspection, Instance } from '../../model/inspection.ts'
import type { PcFacts } from '../../model/pc-facts.ts'
import type { Recording } from '../../model/recording.ts'
import { absenceWords, factWords, lookAlikeWords } from '../../text/fact-words.ts'
import { systemWords } from '../../text/system-words.ts'
import { wordsOfProcess } from '../../text/process-words.ts'
import type { Words } from '../../text/texts.ts'
import { reportFindings } from './report-of-findings.ts'
import { reportAutostart } from './report-of-autostart.ts'
import { reportRecording } from './report-of-recording.ts'
import { reportConnections } from './report-of-connections.ts'
import type { Connections } from '../../connections/connections-look.ts'
import {
  reportSchemaVersion,
  type Report,
  type ReportExamined,
  type ReportInstance,
} from '../schema/report-schema.ts'

export interface AppIdentity {
  readonly name: string
  readonly version: string
}

export interface BesideInspection {
  readonly label?: string | undefined
  readonly pc?: PcFacts | undefined
}

/** Keys stand in the contract's order, so that two reports can be compared line by line. */
export function makeReport(
  inspection: Inspection,
  app: AppIdentity,
  words: Words,
  connections: Connections = {},
  recording?: Recording,
  { label, pc }: BesideInspection = {},
): Report {
  const found = allFindings(inspection, { ...connections, pc }, readEndpoints())
  const { platform, release, edition, arch, language } = inspection.machine
  const { stack, otherApple, strangers, places } = inspection
  const { editions } = readCatalogue()
  return {
    schemaVersion: reportSchemaVersion,
    generatedAtUtc: inspection.takenAtUtc,
    app: { name: app.name, version: app.version },
    catalogueVersion: catalogueVersion(),
    ...(label !== undefined && { label }),
    verdict: { worst: worstOf(found), exitCode: needsAttention(found) ? 1 : 0 },
    machine: {
      platform,
      release,
      ...(edition !== undefined && { edition }),
      system: systemWords(words, inspection.machine),
      arch,
      language,
    },
    elevated: inspection.elevated,
    ...(inspection.isSignedIn !== undefined && { isSignedIn: inspection.isSignedIn }),
    lister: inspection.lister,
    processesSeen: inspection.processesSeen,
    stack: stack.stack,
    products: inspection.products.map(({ id, edition: kind, version }) => ({
      id,
      edition: kind,
      version,
    })),
    stackSigns: stack.signs.map(({ stack: shown, input, subject }) => ({
      stack: shown,
      input,
      subject,
    })),
    stackUnknown: stack.unknown.map(({ input, reason }) => ({ input, reason })),
    processes: inspection.processes.map((process) => {
      const { id, imageName, group, status, absence, isInstalled, instances } = process
      const { what, ifDisabled } = wordsOfProcess(words, id)
      return {
        id,
        imageName,
        group,
        status,
        ...(absence !== null && {
          absence: absence.code,
          absenceIsNormal: absence.isNormal,
          absenceText: absenceWords(words, absence),
        }),
        isInstalled,
        what,
        ifDisabled,
        listedIn: editionsListing(editions, id).map((edition) => edition.id),
        instances: instances.map((instance) => reportInstance(instance, words)),
      }
    }),
    lookAlikes: inspection.lookAlikes.map((lookAlike) => ({
      ...reportInstance(lookAlike, words),
      resembles: lookAlike.resembles,
      resemblesId: lookAlike.resemblesId,
      why: lookAlike.why,
      text: lookAlikeWords(words, lookAlike),
    })),
    ...(strangers.length > 0 && { strangers: strangers.map(reportExamined) }),
    ...(otherApple.state === 'known' && { otherApple: otherApple.value.map(reportExamined) }),
    services: inspection.services.map(
      ({ processId, keyName, isInstalled, listed, configuration, isProgramThere }) => ({
        processId,
        keyName,
        isInstalled,
        listed,
        configuration,
        isProgramThere,
      }),
    ),
    ...reportAutostart(inspection.autostart, words),
    places: {
      knownFolders: places.knownFolders,
      storePackages: places.storePackages,
      installFolders: places.installFolders,
      ...(places.variables !== undefined && { variables: places.variables }),
    },
    ...(pc !== undefined && { pc }),
    ...reportConnections(connections, words),
    ...(recording !== undefined && { recording: reportRecording(recording, words) }),
    findings: reportFindings(found, inspection, words),
  }
}

function reportExamined(process: ExaminedProcess): ReportExamined {
  return {
    pid: process.pid,
    parentPid: process.parentPid,
    parentName: process.parentName,
    name: process.name,
    imagePath: process.imagePath,
    imagePathWay: process.imagePathWay,
    startedAtUtc: process.startedAtUtc,
    workingSetBytes: process.workingSetBytes,
    counts: process.counts,
    signature: process.signature,
    version: process.version,
    neighbours: process.neighbours,
    owner: process.owner,
    services: process.services,
  }
}

function reportInstance(instance: Instance, words: Words): ReportInstance {
  const fact = (name: FactName) => {
    const { state, code, rule } = instance.facts[name]
    return { state, code, rule, text: factWords(words, name, instance.facts[name]) }
  }
  return {
    ...reportExamined(instance),
    trust: instance.trust,
    trustReason: instance.trustReason,
    facts: {
      name: fact('name'),
      folder: fact('folder'),
      signer: fact('signer'),
      originalName: fact('originalName'),
    },
  }
}
