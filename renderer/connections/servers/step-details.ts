/** Details of one step of a connection. Lines in words; the first one is the step's own. */
import { label } from '../../../shared/text/label.ts'
import type {
  CertificateFact,
  CertificateName,
  ConnectionTrial,
  StepName,
} from '../../../shared/model/connection-steps.ts'
import { reasonWords } from '../../../shared/text/fact-words.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { dayAndTime } from '../../text/times.ts'

/** Names and addresses come from servers, anybody's: they are made harmless here. */
export function stepDetails(
  words: Words,
  trial: ConnectionTrial,
  name: StepName,
): readonly string[] {
  const { t } = words
  const { steps } = trial
  switch (name) {
    case 'name':
      return steps.name.state === 'known'
        ? [t(`connectionView.details.answeredBy.${steps.name.value.answeredBy}`)]
        : []
    case 'address':
      return steps.address.state === 'known' ? addressLines(words, steps.address.value) : []
    case 'tcp':
      return [
        ...(steps.tcp.state === 'known'
          ? [
              t('connectionView.details.connectedTo', {
                address: shortText(steps.tcp.value.address, 80),
              }),
            ]
          : []),
        ...attemptLines(words, trial),
      ]
    case 'proxy':
      return [
        ...(steps.proxy.state === 'known'
          ? [t('connectionView.details.proxyStatus', { status: steps.proxy.value.status })]
          : []),
        ...(trial.proxySchemes.length > 0
          ? [
              t('connectionView.details.proxySchemes', {
                schemes: trial.proxySchemes
                  .slice(0, 5)
                  .map((scheme) => shortText(scheme, 40))
                  .join(', '),
              }),
            ]
          : []),
      ]
    case 'tls':
      return steps.tls.state === 'known' ? [shortText(steps.tls.value.protocol, 40)] : []
    case 'certificate':
      return steps.certificate.state === 'known'
        ? certificateLines(words, steps.certificate.value)
        : []
  }
}

type AddressValue = Extract<ConnectionTrial['steps']['address'], { state: 'known' }>['value']

function addressLines({ t }: Words, { addresses, count }: AddressValue): readonly string[] {
  const lines = addresses.map(({ address, family, kind }) => {
    const words = t(`connectionView.details.addressKind.${kind}`, { family })
    return `${shortText(address, 80)} (${words})`
  })
  return count > addresses.length
    ? [...lines, t('connectionView.details.addressCount', { count })]
    : lines
}

function attemptLines(words: Words, { attempts, steps }: ConnectionTrial): readonly string[] {
  const failed = attempts.flatMap(({ address, outcome }) =>
    outcome.state === 'failed' ? [{ address, reason: outcome.reason }] : [],
  )
  // Alone it would only say the step's own reason once more.
  if (steps.tcp.state !== 'known' && failed.length < 2) return []
  return failed.slice(0, 8).map(({ address, reason }) =>
    words.t('connectionView.details.attempt', {
      address: shortText(address, 80),
      reason: reasonWords(words, reason),
    }),
  )
}

function certificateLines(words: Words, certificate: CertificateFact): readonly string[] {
  const { t } = words
  const { dates, nameMatches, isTrusted, subject, issuer } = certificate
  return [
    [
      t(`connectionView.details.dates.${dates}`),
      nameMatches
        ? t('connectionView.details.nameMatches')
        : t('connectionView.details.nameDiffers'),
    ].join(', '),
    isTrusted ? t('connectionView.details.trusted') : t('connectionView.details.notTrusted'),
    `${label(words, t('connectionView.details.issuer'))} ${nameWords(words, issuer)}`,
    `${label(words, t('connectionView.details.subject'))} ${nameWords(words, subject)}`,
    `${label(words, t('connectionView.details.valid'))} ${t('connectionView.details.validFromTo', {
      from: dateWords(words, certificate.validFromUtc),
      to: dateWords(words, certificate.validToUtc),
    })}`,
  ]
}

function nameWords({ t }: Words, { commonName, organization }: CertificateName): string {
  const [name, maker] = [shortText(commonName, 120), shortText(organization, 120)]
  if (name === '' || maker === '') return name || maker || '–'
  return t('connectionView.details.named', { commonName: name, organization: maker })
}

function dateWords({ t, language }: Words, utc: string | null): string {
  return utc === null
    ? t('connectionView.details.noDate')
    : shortText(dayAndTime(language, utc), 40)
}
