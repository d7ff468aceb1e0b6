/** Words of the way to Apple's servers. For the window and the reports alike. */
import type { Endpoint } from '../catalogue/endpoints.ts'
import type { CertificateName, Step, StepName } from '../model/connection-steps.ts'
import type { ConnectionNote, ConnectionOverall, ConnectionResult } from '../model/connection.ts'
import { reasonWords } from './fact-words.ts'
import type { TextKey, Words } from './texts.ts'
import { shortText } from './visible-text.ts'

/** What it is called, what it means, and what to do next. */
export interface Explained {
  readonly title: string
  readonly means: string
  readonly next: string
}

type Told = Pick<ConnectionResult, 'host' | 'port' | 'hostsLine' | 'issuer'>

export function symptomWords(
  words: Words,
  result: Told & Pick<ConnectionResult, 'symptom'>,
): Explained {
  const key = `connections.symptom.${result.symptom}` as const
  const values = valuesOf(words, result)
  const { t } = words
  return {
    title: t(`${key}.title`),
    means: t(`${key}.means`, values),
    next: t(`${key}.next`, values),
  }
}

/** One sentence. */
export function connectionNoteWords(words: Words, note: ConnectionNote, result: Told): string {
  return words.t(`connections.note.${note}`, valuesOf(words, result))
}

/** What a step is called, and why it has no answer. */
export function stepWords(
  words: Words,
  name: StepName,
  step: Step<unknown>,
): { readonly title: string; readonly reason: string | undefined } {
  return {
    title: words.t(`connections.step.${name}`),
    reason: step.state === 'known' ? undefined : reasonWords(words, step.reason),
  }
}

export function overallWords({ t }: Words, overall: ConnectionOverall): Explained {
  const key = `connections.overall.${overall}` as const
  return { title: t(`${key}.title`), means: t(`${key}.means`), next: t(`${key}.next`) }
}

/** What a server of the catalogue is for, and what became of it. */
export function endpointWords(words: Words, endpoint: Endpoint) {
  const { t } = words
  const { id, pattern, names, standsFor } = endpoint
  return {
    what: t(`connections.endpoint.${id}` as TextKey),
    fate: fateOf(words, endpoint),
    standsFor: standsFor
      ? t('connections.fate.standsFor', { pattern, names: names.join(', ') })
      : undefined,
  }
}

/** What became of it in Apple's lists. */
function fateOf({ t }: Words, endpoint: Endpoint): string {
  const { state, narrowedTo } = endpoint.fate
  const pattern = endpoint.coveredBy ?? ''
  return t(`connections.fate.${state}`, { names: narrowedTo.join(', '), pattern })
}

/** Certificates and hosts files hold anybody's words: they are made harmless here. */
function valuesOf({ t }: Words, { host, port, hostsLine, issuer }: Told) {
  return {
    host: shortText(host),
    port,
    line: hostsLine ?? '?',
    issuer: issuerWords(issuer) || t('connections.issuerUnknown'),
  }
}

/** Who signs the certificate; empty where it does not say. */
export function issuerWords(issuer: CertificateName | null): string {
  if (issuer === null) return ''
  const names = [...new Set([issuer.organization, issuer.commonName])]
  return shortText(names.filter((name) => name !== '').join(', '), 120)
}
