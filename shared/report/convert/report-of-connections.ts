/** Connections in a report, both ways. */
import { watchedPorts } from '../../connections/watched-ports.ts'
import type { ConnectionCheck, ConnectionResult } from '../../model/connection.ts'
import type { Connections, ConnectionsLook } from '../../connections/connections-look.ts'
import { known, type Probe } from '../../model/probe.ts'
import { connectionNoteWords, overallWords, symptomWords } from '../../text/connection-words.ts'
import { hostsWords } from '../../text/hosts-words.ts'
import { firewallRuleWords, portWords } from '../../text/port-words.ts'
import type { Words } from '../../text/texts.ts'
import type { Report } from '../schema/report-schema.ts'

type ConnectionParts = Pick<
  Report,
  'hostsFile' | 'ports' | 'firewall' | 'connectionCheck' | 'endpoints'
>

export function reportConnections({ look, check }: Connections, words: Words): ConnectionParts {
  return {
    ...(look !== undefined && reportLook(look, words)),
    ...(check !== undefined && reportCheck(check, words)),
  }
}

function reportLook({ hostsFile, ports, firewall }: ConnectionsLook, words: Words) {
  return {
    hostsFile: mapKnown(hostsFile, ({ path, entryCount, omittedLineCount, findings }) => ({
      path,
      entryCount,
      omittedLineCount,
      findings: findings.map((finding) => {
        const { what, why, whose, causes, undo } = hostsWords(words, finding, path)
        return { ...finding, text: joined([what, why, whose, causes, undo]) }
      }),
    })),
    ports: ports.map((judgement) => {
      const { watched, ...judged } = judgement
      const { id, port, protocol } = watched
      const { verdict, notes } = portWords(words, judgement)
      return { id, port, protocol, ...judged, text: joined([verdict, ...notes]) }
    }),
    firewall: mapKnown(firewall, ({ rules, unreadable, defaults }) => ({
      rules: rules.map((rule) => {
        const { what, conditions } = firewallRuleWords(words, rule)
        return { ...rule, text: joined([what, ...conditions]) }
      }),
      unreadable,
      ...(defaults !== undefined && { defaults }),
    })),
  }
}

function reportCheck(check: ConnectionCheck, words: Words) {
  const { targets, startedAtUtc, elapsedMs, hasNetwork, overall } = check
  const { title, means, next } = overallWords(words, overall)
  return {
    connectionCheck: {
      startedAtUtc,
      elapsedMs,
      hasNetwork,
      overall,
      title,
      text: joined([means, next]),
    },
    endpoints: targets.map((result) => {
      const told = symptomWords(words, result)
      const notes = result.notes.map((note) => connectionNoteWords(words, note, result))
      return { ...result, title: told.title, text: joined([told.means, ...notes, told.next]) }
    }),
  }
}

/** What a saved report holds is shown as it was judged then: the facts that it was judged from are not in it. */
export function connectionsIn(report: Report): Connections {
  const { hostsFile, ports, firewall, connectionCheck, endpoints, generatedAtUtc } = report
  const notChecked = { state: 'skipped', reason: 'not-checked' } as const
  const hasLook = hostsFile !== undefined || ports !== undefined || firewall !== undefined
  return {
    ...(hasLook && {
      look: {
        takenAtUtc: generatedAtUtc,
        hostsFile: hostsFile ?? notChecked,
        ports: (ports ?? []).flatMap((port) => {
          const watched = watchedPorts.find(({ id }) => id === port.id)
          const { verdict, isNormal, reason, owners, elsewhere, isProofOfLife } = port
          return watched === undefined
            ? []
            : [{ watched, verdict, isNormal, reason, owners, elsewhere, isProofOfLife }]
        }),
        firewall: firewall ?? notChecked,
      },
    }),
    ...(connectionCheck !== undefined && {
      check: {
        ...checkPart(connectionCheck),
        targets: (endpoints ?? []).map(resultPart),
      },
    }),
  }
}

/** Without the words: they are found anew, in the language of the one who reads. */
function checkPart({
  startedAtUtc,
  elapsedMs,
  hasNetwork,
  overall,
}: NonNullable<Report['connectionCheck']>): Omit<ConnectionCheck, 'targets'> {
  return { startedAtUtc, elapsedMs, hasNetwork, overall }
}

function resultPart(one: NonNullable<Report['endpoints']>[number]): ConnectionResult {
  const { id, host, port, withTls, symptom, notes, elapsedMs, hostsLine, issuer, trials } = one
  return {
    ...{ id, host, port, ...(withTls !== undefined && { withTls }) },
    ...{ symptom, notes, elapsedMs, hostsLine, issuer, trials },
  }
}

function mapKnown<T, U>(probe: Probe<T>, use: (value: T) => U): Probe<U> {
  return probe.state === 'known' ? known(use(probe.value)) : probe
}

function joined(sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined && sentence !== '').join(' ')
}
