/** What do the codes of a check mean in words? A code that has no words stays as it is, made harmless. */
import type {
  CertificateName,
  ConnectionNote,
  ConnectionOverall,
  ConnectionResult,
  Step,
} from '../../shared/model/connection.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { textFromData } from '../text/text-from-data.ts'
import type { RowFacts } from './servers/server-rows.ts'

export interface Explained {
  readonly title: string
  readonly means: string | undefined
  readonly next: string | undefined
}

type Values = Readonly<Record<string, string | number>>

function explained({ t, has }: Words, prefix: string, code: string, values: Values): Explained {
  const part = (name: string) => {
    const key = `${prefix}.${code}.${name}`
    return has(key) ? t(key, values) : undefined
  }
  return { title: part('title') ?? shortText(code), means: part('means'), next: part('next') }
}

export function symptomWords(words: Words, result: ConnectionResult): Explained {
  return explained(words, 'connections.symptom', result.symptom, valuesOf(words, result))
}

export function overallWords(words: Words, overall: ConnectionOverall): Explained {
  return explained(words, 'connections.overall', overall, {})
}

export function noteWords(words: Words, note: ConnectionNote, result: ConnectionResult): string {
  const key = `connections.note.${note}`
  return words.has(key) ? words.t(key, valuesOf(words, result)) : shortText(note)
}

/** Names come from servers and certificates: they are made harmless here. */
function valuesOf(words: Words, { host, port, issuer, hostsLine }: ConnectionResult): Values {
  const name = issuerName(issuer)
  return {
    host: shortText(host, 100),
    port,
    line: hostsLine ?? '',
    issuer:
      name === '' ? textFromData(words, 'connections.issuerUnknown', '–') : shortText(name, 100),
  }
}

export function stepReasonWords(words: Words, step: Step<unknown>): string {
  if (step.state === 'known') return ''
  const key = `connections.reason.${step.reason}`
  return words.has(key) ? words.t(key) : reasonWords(words, step.reason)
}

/** The maker that signs, else whatever name there is. */
export function issuerName(issuer: CertificateName | null): string {
  if (issuer === null) return ''
  return issuer.organization === '' ? issuer.commonName : issuer.organization
}

/** The few words in a server's row. */
export function resultWord(
  { t, has }: Words,
  { state, symptom, reached, tried }: RowFacts,
): string {
  if (state === 'partly') return t('connectionView.result.partly', { reached, total: tried })
  if (state === 'ok' || state === 'trouble' || state === 'untried') {
    const key = `connectionView.result.${symptom ?? 'ok'}`
    return has(key) ? t(key) : shortText(symptom ?? '')
  }
  return t(`connectionView.result.${state}`)
}
