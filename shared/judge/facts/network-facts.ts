/** Named facts about networks, firewall, hosts file, and the check of Apple's servers. */
import { endpointIdOf } from '../../connections/targets.ts'
import { otherMakerOf } from '../../catalogue/other-makers.ts'
import type { ConnectionOverall } from '../../model/connection.ts'
import type { AdapterKind } from '../../model/pc-facts.ts'
import { anyOf, fact, factOf, no, unknown, yes, type NamedFact } from './named-fact.ts'
import type { PcQuestion } from './question.ts'

export function networkFacts({ pc, look, check }: PcQuestion) {
  const { network, nameProvider } = pc
  const adapter = (kind: AdapterKind): NamedFact =>
    factOf(network.adapters, (all) => {
      const up = all.find((one) => one.kind === kind && one.isUp)
      return up === undefined ? no() : yes(up.description)
    })
  return {
    'network.isPublic': factOf(network.category, (category) => fact(category === 'public')),
    'firewall.letsInOnPublic': factOf(network.letIn, (rules) => {
      const found = rules.find(
        ({ categories }) => categories.length === 0 || categories.includes('public'),
      )
      return found === undefined ? no() : yes(found.program)
    }),
    'adapter.virtualIsUp': adapter('virtual'),
    'tunnel.isUp': anyOf([adapter('tunnel'), tunnelOfOthers(pc)]),
    'nameProvider.isBroken': factOf(nameProvider, (provider) =>
      provider === null ? no() : factOf(provider.isThere, (there) => fact(!there, provider.path)),
    ),
    'nameProvider.isKeptOut': factOf(nameProvider, (provider) =>
      provider === null
        ? no()
        : factOf(pc.windows, ({ isLsaProtected }) => factOf(isLsaProtected, (is) => fact(is))),
    ),
    'firewall.blocksEveryProgram': blocksEveryProgram(look),
    'hosts.blocksUpdates': hostsBlockUpdates(look),
    'proxy.isSet': anyOf([network.userProxy, network.machineProxy].map(isProxy)),
    'check.isFine': fact(
      check !== undefined &&
        checkFails(check, 'partly').value === false &&
        checkFails(check, 'wholly').value === false,
    ),
    'check.failsUpdates': checkFails(check, 'partly'),
    'check.failsWholly': checkFails(check, 'wholly'),
  }
}

/** What a company sets for all finds its own way round; one that somebody entered may lead nowhere. */
const isProxy = (proxy: PcQuestion['pc']['network']['userProxy']): NamedFact =>
  factOf(proxy, (kind) => fact(kind === 'fixed'))

function tunnelOfOthers({ otherMakers }: PcQuestion['pc']): NamedFact {
  return factOf(otherMakers, (all) => {
    const found = all.find(
      ({ id, by, isRunning }) =>
        isRunning && by === 'adapter' && otherMakerOf(id)?.may.includes('tunnel') === true,
    )
    return found === undefined ? no() : yes(otherMakerOf(found.id)?.name ?? found.subject)
  })
}

/** A rule for every program that keeps it from some of Apple's addresses, as tools against spying leave them. */
function blocksEveryProgram(look: PcQuestion['look']): NamedFact {
  if (look === undefined) return unknown('not-checked')
  return factOf(look.firewall, ({ rules }) => {
    const found = rules.find(({ reach }) => reach === 'every-program' || reach === 'every-service')
    return found === undefined ? no() : yes(found.name === '' ? found.id : found.name)
  })
}

/**
 * Names that an update or restore needs. xp.apple.com is for statistics too, and sources differ on whether an update
 * stops without it: here it counts, everywhere else it does not.
 */
const updateName =
  /^(?:xp|gs|gg\d*|skl|ig|mesu|swscan|(?:secure-)?appldnld|albert|humb|captive)\.apple\.com$|\.cdn-apple\.com$/

function hostsBlockUpdates(look: PcQuestion['look']): NamedFact {
  if (look === undefined) return unknown('not-checked')
  return factOf(look.hostsFile, ({ findings }) => {
    const blocking = findings.filter(
      ({ code }) => !['harmless', 'cannot-tell', 'apple-name-pinned'].includes(code),
    )
    for (const { names, lineNumber } of blocking) {
      const name = names.find((one) => updateName.test(one.toLowerCase()))
      if (name !== undefined) return yes(name, { line: String(lineNumber), names: name })
    }
    // Any other server of Apple's, where the hosts file's own judge asks for attention.
    const [other] = blocking.filter(({ severity }) => severity !== 'info')
    const name = other?.names[0]
    return other === undefined || name === undefined
      ? no()
      : yes(name, { line: String(other.lineNumber), names: name })
  })
}

const fine: readonly string[] = ['ok', 'proxy-needed', 'not-tried', 'cancelled']

/** One trouble for all of them: its own advice counts, not that for a single server. */
const wholly: readonly ConnectionOverall[] = [
  ...(['all-failed', 'no-network', 'clock-wrong', 'intercepted'] as const),
  ...(['proxy-demands-password', 'proxy-failed'] as const),
]

function checkFails(check: PcQuestion['check'], is: 'wholly' | 'partly'): NamedFact {
  if (check === undefined) return unknown('not-checked')
  const { overall, targets } = check
  const failing = targets.filter(({ symptom }) => !fine.includes(symptom))
  const first = failing.find(({ host }) => updateName.test(host)) ?? failing[0]
  if (first === undefined || wholly.includes(overall) !== (is === 'wholly')) return no()
  return yes(first.host, { server: endpointIdOf(first.id), what: overall })
}
