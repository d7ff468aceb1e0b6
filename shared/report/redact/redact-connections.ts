/** Taking proxies, private issuers, private names and this PC's own addresses out of what is known of its connections. */
import { findIssuer } from '../../catalogue/issuers.ts'
import { addressKind } from '../../connections/address-kind.ts'
import { touchesApple } from '../../connections/apple-names.ts'
import type { ConnectionsLook, Connections } from '../../connections/connections-look.ts'
import type { PortOwner } from '../../connections/port-owner.ts'
import type {
  CertificateFact,
  CertificateName,
  ConnectionTrial,
  Step,
} from '../../model/connection-steps.ts'
import type { ConnectionCheck, ConnectionResult } from '../../model/connection.ts'
import type { People } from './people.ts'

const proxy = '‹proxy›'
const address = '‹address›'
const issuer = '‹issuer›'
const host = '‹name›'

export function redactConnections({ look, check }: Connections, people: People): Connections {
  return {
    ...(look !== undefined && { look: redactLook(look, people) }),
    ...(check !== undefined && { check: redactCheck(check, people) }),
  }
}

function redactLook(look: ConnectionsLook, people: People): ConnectionsLook {
  const { hostsFile, ports } = look
  return {
    ...look,
    hostsFile:
      hostsFile.state !== 'known'
        ? hostsFile
        : {
            state: 'known',
            value: {
              ...hostsFile.value,
              findings: hostsFile.value.findings.map((finding) => ({
                ...finding,
                names: finding.names.map((name) => hostName(name, people)),
              })),
            },
          },
    ports: ports.map((port) => ({
      ...port,
      owners: port.owners.map((owner) => redactOwner(owner, people)),
      elsewhere: port.elsewhere.map((owner) => redactOwner(owner, people)),
    })),
  }
}

function hostName(name: string, { note }: People): string {
  if (touchesApple(name) || name === host) return name
  note('hosts-names')
  return host
}

/** This PC's own address in a network; what is the same on every PC stays. */
function ownAddress(text: string, { note }: People): string {
  const plain = text.replace(/%.*$/, '')
  if (text === address || /^(?:0\.0\.0\.0|::|\*|127\..*|::1|localhost)$/.test(plain)) return text
  note('addresses')
  return address
}

function redactOwner(owner: PortOwner, people: People): PortOwner {
  const end = <T extends { readonly address: string }>(one: T): T => ({
    ...one,
    address: ownAddress(one.address, people),
  })
  return {
    ...owner,
    addresses: [...new Set(owner.addresses.map((one) => ownAddress(one, people)))],
    proxies: owner.proxies.map((one) => ({
      ...one,
      listen: end(one.listen),
      connect: end(one.connect),
    })),
  }
}

function redactCheck(check: ConnectionCheck, people: People): ConnectionCheck {
  return { ...check, targets: check.targets.map((result) => redactResult(result, people)) }
}

function redactResult(result: ConnectionResult, people: People): ConnectionResult {
  const isPrivate = result.trials.some(
    ({ steps: { certificate } }) => certificate.state === 'known' && !certificate.value.isTrusted,
  )
  return {
    ...result,
    issuer:
      result.issuer === null || !isPrivate ? result.issuer : privateName(result.issuer, people),
    trials: result.trials.map((trial) => redactTrial(trial, people)),
  }
}

/** A maker of antivirus software helps whoever helps; a company's own authority names the company. */
function privateName(name: CertificateName, { note }: People): CertificateName {
  if (findIssuer(name.organization) !== undefined) return name
  if (name.commonName === issuer) return name
  note('issuers')
  return { commonName: issuer, organization: '' }
}

function redactTrial(trial: ConnectionTrial, people: People): ConnectionTrial {
  const { way, steps, attempts } = trial
  const throughProxy = way.kind === 'proxy'
  if (throughProxy && way.host !== proxy) people.note('proxies')
  const end = <T extends { readonly address: string }>(one: T): T => ({
    ...one,
    address: throughProxy ? address : privateAddress(one.address, people),
  })
  return {
    ...trial,
    way: throughProxy ? { ...way, host: proxy } : way,
    attempts: attempts.map(end),
    steps: {
      ...steps,
      address: mapStep(steps.address, (value) => ({
        ...value,
        addresses: value.addresses.map(end),
      })),
      tcp: mapStep(steps.tcp, end),
      certificate: mapStep(steps.certificate, (value) => redactCertificate(value, people)),
    },
  }
}

function privateAddress(text: string, { note }: People): string {
  if (text === address || addressKind(text) === 'public') return text
  note('addresses')
  return address
}

function redactCertificate(certificate: CertificateFact, people: People): CertificateFact {
  if (certificate.isTrusted) return certificate
  const name = (one: CertificateName) =>
    touchesApple(one.commonName.replace(/^\*\./, '')) ? one : privateName(one, people)
  return {
    ...certificate,
    subject: name(certificate.subject),
    issuer: name(certificate.issuer),
    names: certificate.names.map((one) => {
      if (touchesApple(one.replace(/^\*\./, '')) || one === host) return one
      people.note('issuers')
      return host
    }),
    chain: certificate.chain.map(({ subject, issuer: by }) => ({
      subject: name(subject),
      issuer: name(by),
    })),
  }
}

function mapStep<T>(step: Step<T>, use: (value: T) => T): Step<T> {
  return step.state === 'known' ? { ...step, value: use(step.value) } : step
}
