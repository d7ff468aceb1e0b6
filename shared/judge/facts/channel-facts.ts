/** Named facts about the way to the iPhone: the installation, the service or app, its port, the pairing records. */
import { imageNameKey } from '../../catalogue/match.ts'
import type { PortJudgement } from '../../connections/judge-ports.ts'
import type { InspectedProcess } from '../../model/inspection.ts'
import type { CatalogueService } from '../../model/service.ts'
import type { PcQuestion } from './question.ts'
import { anyOf, fact, factOf, no, unknown, yes, type NamedFact } from './named-fact.ts'
import { fileNameOf } from '../read-command.ts'
import { pathKey } from '../windows-path.ts'

export function channelFacts({ inspection, pc, look }: PcQuestion) {
  const { machine, stack, processes, services } = inspection
  const is = (...wanted: readonly string[]): NamedFact =>
    stack.stack === 'cannot-tell'
      ? unknown(stack.unknown[0]?.reason ?? 'not-checked')
      : fact(wanted.includes(stack.stack), stack.stack)
  const port = look?.ports.find(({ watched }) => watched.id === 'tcp-27015')
  const { pairing } = pc
  return {
    'programs.areKnown': areKnown(processes),
    'windows.isArm': fact(machine.arch === 'arm64', machine.arch),
    'stack.none': is('none'),
    'stack.desktop': is('desktop'),
    'stack.mixed': is('mixed'),
    'stack.store': is('store'),
    'stack.hasDesktop': is('desktop', 'mixed'),
    'stack.hasApp': appOf(stack.stack, is('store', 'apple-devices', 'mixed'), inspection),
    'amds.hasService': serviceIsThere(services, 'apple-mobile-device-service'),
    'amds.isRunning': hasStarted(inspection, 'apple-mobile-device-service'),
    'amds.isFresh': fact(isFresh(processes, pc.takenAtUtc)),
    'app.isRunning': isRunning(processes, 'apple-mobile-device-process'),
    'itunes.isStartedByAnother': isStartedByAnother(processes),
    'itunes.startsAtSignIn': startsAtSignIn(pc),
    'channel.answers': portIs(port, 'owner-expected'),
    'channel.isSilent': portIs(port, 'nobody'),
    'channel.isTaken': portIs(port, 'owner-other'),
    'channel.isApps': isApps(port),
    'pairing.isThere': factOf(pairing, ({ isThere }) => fact(isThere)),
    'pairing.isWritable': factOf(pairing, ({ isThere, isWritable }) =>
      isThere ? factOf(isWritable, (writable) => fact(writable)) : no(),
    ),
    // Only where the records could be counted.
    'pairing.isEmpty': fact(pairing.state === 'known' && pairing.value.records === 0),
    'startupTask.isOff': startupTaskIsOff(pc),
    'bonjour.hasService': serviceIsThere(services, 'mdnsresponder'),
    'bonjour.isRunning': isRunning(processes, 'mdnsresponder'),
    'bonjour.isStoppedThoughAutomatic': stoppedThoughAutomatic(services, 'mdnsresponder'),
  }
}

/** The app by the name that the user knows: Apple Devices, or iTunes from Microsoft Store. */
function appOf(stack: string, has: NamedFact, { stack: judged }: PcQuestion['inspection']) {
  if (has.value !== true) return has
  const named = (app: string) => yes(app, { app })
  if (stack !== 'mixed') return named(stack === 'store' ? 'iTunes' : 'Apple Devices')
  const apps = judged.signs.filter((sign) => sign.stack !== 'desktop')
  return apps.length === 0
    ? no()
    : named(apps.some((sign) => sign.stack === 'apple-devices') ? 'Apple Devices' : 'iTunes')
}

function serviceIsThere(services: readonly CatalogueService[], processId: string): NamedFact {
  const own = services.filter((service) => service.processId === processId)
  if (own.length === 0) return unknown('not-checked')
  return anyOf(
    own.map(({ isInstalled, keyName }) => factOf(isInstalled, (there) => fact(there, keyName))),
  )
}

/** Whether it is known of each program that bears a name of Apple's whose it is. */
function areKnown(processes: readonly InspectedProcess[]): NamedFact {
  const open = processes.find(({ status }) => status === 'cannot-tell')
  if (open !== undefined) return unknown('not-checked')
  const instance = processes
    .flatMap(({ instances }) => instances)
    .find(({ trust }) => trust === 'cannot-tell')
  return instance === undefined ? yes() : unknown(instance.trustReason ?? 'not-checked')
}

/** A program that turned out to be somebody else's does not count. */
function isRunning(processes: readonly InspectedProcess[], id: string): NamedFact {
  const process = processes.find((one) => one.id === id)
  if (process === undefined || process.status === 'cannot-tell') return unknown('not-checked')
  const genuine = process.instances.some(
    ({ trust }) => trust === 'genuine' || trust === 'wrong-folder' || trust === 'cannot-tell',
  )
  return fact(process.status === 'running' && genuine, process.imageName)
}

/** The program of a service that is still starting runs, and nothing can be expected of it. */
function hasStarted({ processes, services }: PcQuestion['inspection'], id: string): NamedFact {
  const isStarting = services.some(
    ({ processId, listed }) =>
      processId === id && listed.state === 'known' && listed.value.state === 'start-pending',
  )
  const program = isRunning(processes, id)
  return isStarting ? no(program.subject) : program
}

const freshMs = 15 * 60 * 1000

/** Whether Apple Mobile Device Service was started just now: then it cannot have lost a phone that was locked for long. */
function isFresh(processes: readonly InspectedProcess[], takenAtUtc: string): boolean {
  const service = processes.find(({ id }) => id === 'apple-mobile-device-service')
  return (
    service?.instances.some(({ startedAtUtc }) => {
      const ageMs =
        startedAtUtc.state === 'known'
          ? Date.parse(takenAtUtc) - Date.parse(startedAtUtc.value)
          : Number.NaN
      return ageMs < freshMs
    }) === true
  )
}

/**
 * Windows itself starts a program when another one asks for it by COM: then its parent is a `svchost.exe`. Apps from
 * Microsoft Store are started like that by whoever opens them.
 */
function isStartedByAnother(processes: readonly InspectedProcess[]): NamedFact {
  const itunes = processes.find(({ id }) => id === 'itunes')
  if (itunes === undefined) return no()
  return fact(
    itunes.instances.some(
      ({ parentName, imagePath }) =>
        pathKey(parentName ?? '') === 'SVCHOST.EXE' &&
        imagePath.state === 'known' &&
        !pathKey(imagePath.value).includes('\\WINDOWSAPPS\\'),
    ),
    itunes.imageName,
  )
}

function stoppedThoughAutomatic(
  services: readonly CatalogueService[],
  processId: string,
): NamedFact {
  return anyOf(
    services
      .filter((service) => service.processId === processId)
      .map(({ isInstalled, listed, configuration, keyName }) => {
        if (isInstalled.state === 'known' && !isInstalled.value) return no()
        if (listed.state !== 'known') return unknown(listed.reason)
        if (configuration.state !== 'known') return unknown(configuration.reason)
        const isStopped = ['stopped', 'start-pending', 'stop-pending'].includes(listed.value.state)
        return fact(isStopped && configuration.value.startType === 'automatic', keyName)
      }),
  )
}

function portIs(
  port: PortJudgement | undefined,
  wanted: 'owner-expected' | 'owner-other' | 'nobody',
): NamedFact {
  if (port === undefined) return unknown('not-checked')
  if (port.verdict === 'cannot-tell') return unknown('not-checked')
  const owner = port.owners.map(({ name, pid }) => name ?? String(pid)).join(', ')
  const values = { port: String(port.watched.port), owner }
  return port.verdict === wanted ? yes(owner, values) : no(owner)
}

/** Whether the app's own process answers, so that it does not matter whether a service does. */
function isApps(port: PortJudgement | undefined): NamedFact {
  if (port === undefined || port.verdict === 'cannot-tell') return unknown('not-checked')
  const isIt = port.owners.some(
    ({ name }) => pathKey(name ?? '') === pathKey('AppleMobileDeviceProcess.exe'),
  )
  return fact(port.verdict === 'owner-expected' && isIt, 'AppleMobileDeviceProcess.exe')
}

/** iTunes itself, and not its helper: an entry that somebody made. */
function startsAtSignIn({ startup }: PcQuestion['pc']): NamedFact {
  const entries = startup.items.filter(
    ({ target }) => target !== null && imageNameKey(fileNameOf(target)) === itunesKey,
  )
  const unread = startup.read.find(
    ({ place, read }) => place === 'run-key' && read.state !== 'known',
  )
  return anyOf([
    ...entries.map(({ name, startupSwitch }) =>
      factOf(startupSwitch, ({ isOn }) => fact(isOn, name)),
    ),
    ...(unread === undefined ? [] : [factOf(unread.read, () => no())]),
  ])
}

const itunesKey = imageNameKey('iTunes.exe')

/** Of Apple's apps only iTunes is known to have a start-up task that it needs. */
const itunesFamily = pathKey('AppleInc.iTunes_')

function startupTaskIsOff({ startup }: PcQuestion['pc']): NamedFact {
  const place = startup.read.find(({ place: one }) => one === 'store-task')?.read
  if (place?.state !== 'known') return unknown(place?.reason ?? 'not-checked')
  return anyOf(
    startup.items
      .filter(
        ({ place: one, packageFamily }) =>
          one === 'store-task' && pathKey(packageFamily ?? '').startsWith(itunesFamily),
      )
      .map(({ name, startupSwitch }) => factOf(startupSwitch, ({ isOn }) => fact(!isOn, name))),
  )
}
