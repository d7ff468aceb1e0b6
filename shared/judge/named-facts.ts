/** Every named fact of a PC, by its name. Rules and the doctor's steps ask for nothing else. */
import { channelFacts } from './facts/channel-facts.ts'
import { deviceFacts } from './facts/device-facts.ts'
import type { NamedFact } from './facts/named-fact.ts'
import { networkFacts } from './facts/network-facts.ts'
import { otherFacts } from './facts/other-facts.ts'
import { packageFacts } from './facts/package-facts.ts'
import type { PcQuestion } from './facts/question.ts'

export type { NamedFact } from './facts/named-fact.ts'
export type { PcQuestion } from './facts/question.ts'

export const factNames = [
  ...([
    'programs.areKnown',
    'windows.isArm',
    'stack.none',
    'stack.desktop',
    'stack.mixed',
    'stack.store',
  ] as const),
  ...(['stack.hasDesktop', 'stack.hasApp', 'nameProvider.isKeptOut'] as const),
  ...([
    'amds.hasService',
    'amds.isRunning',
    'amds.isFresh',
    'app.isRunning',
    'windows.lacksStore',
  ] as const),
  ...(['channel.answers', 'channel.isSilent', 'channel.isTaken', 'channel.isApps'] as const),
  ...(['pairing.isThere', 'pairing.isWritable', 'pairing.isEmpty', 'startupTask.isOff'] as const),
  ...(['bonjour.hasService', 'bonjour.isRunning', 'bonjour.isStoppedThoughAutomatic'] as const),
  ...(['itunes.isThere', 'amds.hasPackage', 'aas.hasPackage', 'amds.is32BitOnly'] as const),
  ...(['itunes.isTooOld', 'aas.isNeeded', 'bonjour.isOld', 'files.areMissing'] as const),
  ...(['windows.isSafeMode', 'installer.isDisabled', 'proxy.isSet', 'check.isFine'] as const),
  ...(['windows.lacksMediaFeatures', 'installer.isRunning', 'apple.isLeft'] as const),
  ...(['device.isSeen', 'device.hasDriver', 'device.isForeign', 'device.hasProblem'] as const),
  ...(['device.isBehindHubs', 'drivers.areForbidden'] as const),
  ...(['network.isPublic', 'firewall.letsInOnPublic', 'adapter.virtualIsUp'] as const),
  ...(['tunnel.isUp', 'nameProvider.isBroken', 'firewall.blocksEveryProgram'] as const),
  ...(['hosts.blocksUpdates', 'check.failsUpdates', 'check.failsWholly'] as const),
  ...([
    'filter.isReported',
    'filter.isRunning',
    'tunnel.isKnown',
    'usb.isTaken',
    'starter.isRunning',
    'itunes.isStartedByAnother',
    'bonjour.isWanted',
    'backupFolder.isForOther',
    'itunes.startsAtSignIn',
  ] as const),
  ...(['heavy.isRunning', 'backupDrive.isFull', 'backups.fillDrive'] as const),
  ...(['backupFolder.isBroken', 'systemDrive.isFull'] as const),
  ...(['service.isForeign', 'service.isPlanted'] as const),
] as const
export type FactName = (typeof factNames)[number]
export type NamedFacts = Readonly<Record<FactName, NamedFact>>

export function nameFacts(question: PcQuestion): NamedFacts {
  return {
    ...channelFacts(question),
    ...packageFacts(question),
    ...deviceFacts(question),
    ...networkFacts(question),
    ...otherFacts(question),
  }
}
