/** Words of start-up entries. The same words in the window and in every report. */
import type { AutostartEntry, ProcessAutostart, RunKey } from '../model/autostart.ts'
import { reasonWords } from './fact-words.ts'
import type { TextKey, Words } from './texts.ts'
import { shortText } from './visible-text.ts'

/** @param day writes the day of a moment, as the place does it where the words are shown. */
export function autostartWords(
  words: Words,
  { state, offSinceUtc, reason }: Pick<ProcessAutostart, 'state' | 'offSinceUtc' | 'reason'>,
  day: (utc: string) => string,
): string {
  const { t } = words
  if (state === 'off' && offSinceUtc !== null) {
    return t('autostart.state.offSince', { date: day(offSinceUtc) })
  }
  return state === 'cannot-tell'
    ? t('autostart.state.cannot-tell', { reason: autostartReason(words, reason ?? 'not-checked') })
    : t(`autostart.state.${state}`)
}

/** What Windows noted about an entry is no file: some reasons have words of their own here. */
export function autostartReason(words: Words, reason: string): string {
  const key = `autostart.reason.${reason}`
  return words.has(key) ? words.t(key) : reasonWords(words, reason)
}

/**
 * One entry as a line: whose it is, what it is called, what it starts.
 * @param isOnlyOne its switch is what was said about the process, and need not be said again
 */
export function entryWords(
  words: Words,
  entry: AutostartEntry,
  day: (utc: string) => string,
  isOnlyOne: boolean,
): string {
  const { t } = words
  const { valueName, command, startupSwitch } = entry
  const line = t('autostart.entry', {
    key: runKeyWords(words, entry),
    value: shortText(valueName),
    command:
      command.state === 'known'
        ? shortText(command.value)
        : t('autostart.commandUnknown', { reason: autostartReason(words, command.reason) }),
  })
  const isOn = startupSwitch.state === 'known' && startupSwitch.value.isOn
  if (isOn || (isOnlyOne && entry.startsIt === true)) return line
  const state =
    startupSwitch.state === 'known'
      ? autostartWords(
          words,
          { state: 'off', offSinceUtc: startupSwitch.value.offSinceUtc, reason: null },
          day,
        )
      : autostartWords(
          words,
          { state: 'cannot-tell', offSinceUtc: null, reason: startupSwitch.reason },
          day,
        )
  return t('autostart.entryOff', { entry: line, state })
}

/** Calm: nobody says that a program does harm because it lies elsewhere. */
export function elsewhereWords(
  { t }: Words,
  { valueName, program, access }: AutostartEntry,
): string {
  return t(access === 'user' ? 'autostart.elsewhereWritable' : 'autostart.elsewhere', {
    value: shortText(valueName),
    program: shortText(program ?? ''),
  })
}

function runKeyWords({ t }: Words, { hive, view }: RunKey): string {
  const key = hive === 'HKLM' && view === '32-bit' ? 'HKLM32' : hive
  return t(`autostart.key.${key}` satisfies TextKey)
}
