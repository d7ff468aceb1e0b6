/** What this PC has, in short rows: for both reports, and for a service or driver that somebody asks about. */
import { otherMakerOf } from '../catalogue/other-makers.ts'
import { imageNameKey } from '../catalogue/match.ts'
import type {
  AppleDevice,
  AppleDriver,
  BackupFolder,
  InstalledPackage,
  PcFacts,
  PcService,
  StartupItem,
} from '../model/pc-facts.ts'
import type { Probe } from '../model/probe.ts'
import type { ServiceState } from '../model/service.ts'
import { exitWords, reasonWords } from './fact-words.ts'
import { profileNames } from './firewall-words.ts'
import { label } from './label.ts'
import {
  accountWords,
  deviceDriverWords,
  deviceTroubleWords,
  deviceWords,
  driverName,
  packageName,
  packageNote,
  probeWords,
  serviceStateWords,
  startTypeWords,
  startupPlaceWords,
  startupSwitchWords,
} from './pc-part-words.ts'
import { keptWords, serviceRows, systemRows, type PcRow } from './pc-system-words.ts'
import type { Words } from './texts.ts'
import { shortText } from './visible-text.ts'

export interface PcWords {
  /** Whole sentences that come first. */
  readonly notes: readonly string[]
  readonly rows: readonly PcRow[]
}

/** Undefined where nobody looked, as in an older report. */
export function pcWords(words: Words, pc: PcFacts | undefined): PcWords | undefined {
  if (pc === undefined || isUnread(pc)) return undefined
  const { t } = words
  const { windows, isInstalling, network } = pc
  const row = <T>(
    name: string,
    probe: Probe<T>,
    write: (value: T) => readonly string[],
  ): PcRow => ({
    label: name,
    parts: probe.state === 'known' ? write(probe.value) : [probeWords(words, probe, () => '')],
  })
  const startup = pc.startup.items.filter(({ place }) => place !== 'run-key')
  const rows = [
    ...serviceRows(words, pc),
    row(t('pc.installed'), pc.packages, (found) =>
      found.length === 0 ? [t('pc.nothing')] : found.map((one) => packageRow(words, one)),
    ),
    { label: t('pc.startup'), parts: startup.map((one) => startupRow(words, one)) },
    row(t('pc.driver'), pc.drivers, (found) => found.map(driverName)),
    row(t('pc.device'), pc.devices, (found) => found.map((one) => deviceRow(words, one))),
    row(t('pc.trusted'), pc.pairing, ({ isThere, isReadable, records }) => [
      !isThere
        ? t('pc.trustedMissing')
        : isReadable && records !== null
          ? String(records)
          : t('pc.trustedClosed'),
    ]),
    row(t('pc.backups'), pc.backups, (found) =>
      found.filter(({ isThere }) => isThere).map((one) => backupWords(words, one)),
    ),
    row(t('pc.systemFree'), pc.systemDriveFree, (bytes) => [sizeWords(words, bytes)]),
    row(t('pc.network'), network.category, (category) => [
      category === null ? t('pc.offline') : profileNames(words, [category]),
    ]),
    row(t('pc.tunnel'), network.adapters, (found) =>
      found
        .filter(({ kind, isUp }) => kind === 'tunnel' && isUp)
        .map(({ description }) => shortText(description, 80)),
    ),
    row(t('pc.otherCompanies'), pc.otherMakers, (found) => [
      ...new Set(
        found
          .filter(({ isRunning }) => isRunning)
          .map(({ id, subject }) => otherMakerOf(id)?.name ?? shortText(subject, 80)),
      ),
    ]),
    ...systemRows(words, pc),
  ]
  const isSafe = windows.state === 'known' && windows.value.isSafeMode
  const kept = keptWords(words, pc)
  return {
    notes: [
      ...(isSafe ? [t('pc.safeMode')] : []),
      ...(isInstalling.state === 'known' && isInstalling.value ? [t('pc.installing')] : []),
      ...(kept === null ? [] : [kept]),
    ],
    rows: rows.filter(({ parts }) => parts.length > 0),
  }
}

/** One reason for all that there is: nobody looked. */
function isUnread({ packages, services, devices }: PcFacts): boolean {
  return [packages, services, devices].every(({ state }) => state === 'skipped')
}

function packageRow(words: Words, one: InstalledPackage): string {
  const version = one.version === null ? '' : ` ${shortText(one.version, 40)}`
  const name = `${packageName(words, one)}${version}`
  const note = packageNote(words, one)
  return note === null ? name : `${label(words, name)} ${note}`
}

/** `iTunesHelperTask (Scheduled task, Enabled)` */
function startupRow(words: Words, one: StartupItem): string {
  const days = new Intl.DateTimeFormat(words.language, { dateStyle: 'long' })
  const day = (utc: string) => days.format(new Date(utc))
  const told = [startupPlaceWords(words, one), startupSwitchWords(words, one, day)]
  return `${shortText(one.name, 80)} (${told.join(', ')})`
}

function deviceRow(words: Words, one: AppleDevice): string {
  const trouble = deviceTroubleWords(words, one)
  const told = [deviceDriverWords(words, one), ...(trouble === null ? [] : [trouble])]
  return `${deviceWords(words, one)} (${told.join(', ')})`
}

function backupWords(words: Words, one: BackupFolder): string {
  const { t } = words
  const told = [
    ...(one.backups === null ? [] : [String(one.backups)]),
    ...(one.size.state === 'known' ? [sizeWords(words, one.size.value)] : []),
    ...(one.isJunction ? [t('pc.leadsTo')] : []),
    ...(one.freeBytes.state === 'known'
      ? [t('pc.free', { size: sizeWords(words, one.freeBytes.value) })]
      : []),
  ]
  return told.join(', ')
}

function sizeWords({ language }: Words, bytes: number): string {
  const style = { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, style).format(bytes / 1e9)
}

/** What this PC says of a service or driver of that name; empty where it has none of it. */
export function pcAnswerWords(words: Words, asked: string, pc: PcFacts): readonly string[] {
  const key = imageNameKey(asked.trim())
  const isIt = (...names: readonly string[]) => names.some((name) => imageNameKey(name) === key)
  const services = pc.services.state === 'known' ? pc.services.value : []
  const drivers = pc.drivers.state === 'known' ? pc.drivers.value : []
  return [
    ...services
      .filter((one) => isIt(one.keyName, one.displayName, programName(one)))
      .map((one) => serviceWords(words, one)),
    ...drivers
      .filter(({ name }) => isIt(name, `${name}.sys`, `${name}.inf`))
      .map((one) => driverWords(words, one)),
  ]
}

function programName({ setUp }: PcService): string {
  const program = setUp.state === 'known' ? setUp.value.program : null
  return program?.split('\\').at(-1) ?? ''
}

function serviceWords(words: Words, one: PcService): string {
  const { t } = words
  const { state, setUp, lastExit, isProgramThere } = one
  const exit = lastExit.state === 'known' ? exitWords(words, lastExit.value) : undefined
  const isStopped = state.state === 'known' && state.value === 'stopped'
  const isGone = isProgramThere.state === 'known' && !isProgramThere.value
  const told = [
    serviceStateWords(words, one),
    ...(setUp.state === 'known'
      ? [startTypeWords(words, setUp.value), accountWords(words, setUp.value.account)]
      : [`${label(words, t('report.html.serviceStart'))} ${reasonWords(words, setUp.reason)}`]),
    ...(isStopped && exit !== undefined ? [exit] : []),
    ...(isGone ? [t('service.programGone')] : []),
    ...(setUp.state === 'known' ? setUpWords(words, setUp.value) : []),
  ]
  const name = t('pc.explainService', { name: shortText(one.keyName, 120) })
  return `${label(words, name)} ${told.filter((part) => part !== '').join(' · ')}`
}

type SetUp = Extract<PcService['setUp'], { state: 'known' }>['value']

function setUpWords({ t }: Words, { program, earlierPrograms, dependsOn }: SetUp): string[] {
  const isPlanted = earlierPrograms.some(({ path, isThere }) => isThere && path === program)
  // A group has no state of its own.
  const needed = dependsOn.flatMap(({ keyName, state }) =>
    keyName.startsWith('+') || state.state !== 'known' ? [] : [{ keyName, state: state.value }],
  )
  const namesOf = (is: (state: ServiceState | null) => boolean) =>
    needed
      .filter(({ state }) => is(state))
      .map(({ keyName }) => shortText(keyName, 80))
      .join(', ')
  const missing = namesOf((state) => state === null)
  const stopped = namesOf((state) => state !== null && state !== 'running')
  return [
    ...(isPlanted ? [t('pc.instead', { program: shortText(program ?? '') })] : []),
    ...(missing === '' ? [] : [t('pc.needsMissing', { names: missing })]),
    ...(stopped === '' ? [] : [t('pc.needsStopped', { names: stopped })]),
  ]
}

function driverWords(words: Words, { name, version, isInStore }: AppleDriver): string {
  const { t } = words
  const told = [
    ...(version === null ? [] : [shortText(version, 40)]),
    t(isInStore ? 'pc.inStore' : 'pc.notInStore'),
  ]
  return `${label(words, t('pc.explainDriver', { name: shortText(name, 80) }))} ${told.join(' · ')}`
}
