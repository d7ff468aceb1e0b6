/** Words of facts, reasons and findings, for window and reports alike. */
import type { Fact, FactName } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Absence, Inspection, LookAlike } from '../model/inspection.ts'
import type { ServiceExit } from '../model/service.ts'
import { firewallReaches } from '../model/firewall-rule.ts'
import { blockedWords, profileNames } from './firewall-words.ts'
import { shortText } from './visible-text.ts'
import type { TextKey, Words } from './texts.ts'

/** A reason in words; a code of a newer version stays as it is. */
export function reasonWords({ t, has }: Words, reason: string): string {
  const key = `reason.${reason}`
  return has(key) ? t(key) : shortText(reason)
}

/** One of the four facts as a sentence. Values come from files and names: they are made harmless here. */
export function factWords(words: Words, name: FactName, { code, values }: Fact): string {
  const key = `evidence.${name}.${code}`
  return words.has(key) ? words.t(key, harmless(words, values)) : shortText(code)
}

/** The app's name as it is in the reader's language; everything else by its own name. */
export function subjectWords({ t }: Words, subject: string): string {
  return subject === 'Apple Devices' ? t('doctor.appleDevices') : shortText(subject)
}

export function findingWords(words: Words, { code, subject, values = {} }: Finding): string {
  const { why, what } = values
  const shown: Record<string, string> = {
    subject: subjectWords(words, subject),
    ...harmless(words, values),
  }
  if (why !== undefined) shown['why'] = textOrCode(words, `lookAlike.why.${why}`, why)
  if (what !== undefined) {
    const about = code === 'connections' ? 'overall' : 'hosts.finding'
    const key = `connections.${about}.${what}${code === 'connections' ? '.means' : ''}`
    shown['what'] = words.has(key) ? words.t(key, shown) : shortText(what)
  }
  if (code === 'autostart-elsewhere') return words.t('autostart.finding', shown)
  if (values['profiles'] !== undefined) {
    shown['profiles'] = profileNames(words, values['profiles'].split(', '))
  }
  if (values['reach'] !== undefined) {
    const reach = firewallReaches.find((one) => one === values['reach']) ?? 'every-program'
    const { program = null, service = null } = values
    shown['program'] =
      reach === 'every-program' && values['isPartly'] !== undefined
        ? words.t('ports.firewall.everyProgramPartly')
        : blockedWords(words, { reach, program, service, package: null })
  }
  const said = words.t(`finding.${code}`, shown)
  const { exit, ownExit } = values
  if (exit === undefined) return said
  const told = exitWords(words, { code: Number(exit), ownCode: Number(ownExit) })
  return told === undefined ? said : `${said} ${told}`
}

/** How a service last ended, in one sentence; undefined where there is nothing to say. */
export function exitWords({ t }: Words, exit: ServiceExit | undefined): string | undefined {
  if (exit === undefined || exit.code === 0) return undefined
  if (exit.code === neverStarted) return t('service.neverStarted')
  return exit.code === ownCode
    ? t('service.ownExit', { code: exit.ownCode })
    : t('service.lastExit', { code: exit.code })
}

/** ERROR_SERVICE_SPECIFIC_ERROR and ERROR_SERVICE_NEVER_STARTED of Windows. */
const ownCode = 1066
const neverStarted = 1077

export function absenceWords({ t }: Words, { code }: Absence): string {
  return t(`absence.${code}`)
}

export function lookAlikeWords({ t }: Words, { name, resembles, why }: LookAlike): string {
  const summary = t('lookAlike.summary', { name: shortText(name), resembles })
  return `${summary} ${t(`lookAlike.why.${why}`)}`
}

/** Which of Apple's installations this PC has, what shows it, and whether there may be more. */
export function stackWords({ t }: Words, { stack, signs, unknown }: Inspection['stack']) {
  return {
    answer: t(`stack.answer.${stack}`),
    signs: signs.map(({ input, subject }) =>
      t(`stack.sign.${input}`, { subject: shortText(subject) }),
    ),
    notSeen: unknown.length > 0 && stack !== 'cannot-tell' ? t('stack.notSeen') : undefined,
  }
}

function harmless(words: Words, values: Fact['values']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      key === 'reason' ? reasonWords(words, value) : shortText(value),
    ]),
  )
}

function textOrCode({ t, has }: Words, key: string, code: string): string {
  return has(key) ? t(key satisfies TextKey) : shortText(code)
}
