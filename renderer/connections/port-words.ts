/** What do we say about one watched port of this PC: who listens there, is that normal, and what to do? */
import type { PortOwner } from '../../shared/connections/port-owner.ts'
import type { PortJudgement } from '../../shared/connections/judge-ports.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { textFromData } from '../text/text-from-data.ts'

export type PortMark = 'expected' | 'free' | 'other' | 'look' | 'unknown'

export interface PortWords {
  readonly mark: PortMark
  readonly sentences: readonly string[]
}

/** So many owners are named; the rest is left out. */
const mostOwners = 4

export function portMark({ verdict, isNormal }: PortJudgement): PortMark {
  if (isNormal === false) return 'look'
  switch (verdict) {
    case 'owner-expected':
      return 'expected'
    case 'nobody':
      return isNormal === null ? 'unknown' : 'free'
    case 'owner-other':
      return isNormal === null ? 'unknown' : 'other'
    case 'cannot-tell':
      return 'unknown'
  }
}

export function portWords(words: Words, judgement: PortJudgement): PortWords {
  const { t } = words
  const { verdict, isNormal, owners, elsewhere, watched } = judgement
  const owner = ownersWords(words, owners)
  const reason = reasonOfPort(words, judgement.reason ?? '')
  const normal = isNormal === null ? 'unknown' : isNormal ? 'yes' : 'no'
  const hasProxy = owners.some(({ proxies }) => proxies.length > 0)
  const sentences = [
    judgement.isProofOfLife
      ? t('ports.proofOfLife', { owner, port: watched.port })
      : t(`ports.verdict.${verdict}`, { owner, reason }),
    // The other two have said it already.
    ...(verdict === 'cannot-tell' || verdict === 'owner-expected'
      ? []
      : [t(`ports.normal.${normal}`)]),
    ...notes(words, judgement, owner),
    ...(hasProxy ? [t('ports.proxy.undo')] : []),
    ...elsewhere.slice(0, mostOwners).map((other) =>
      t('ports.note.elsewhere', {
        owner: ownerWords(words, other),
        address: other.addresses.map((address) => shortText(address, 80)).join(', '),
      }),
    ),
  ]
  return { mark: portMark(judgement), sentences }
}

function notes(words: Words, judgement: PortJudgement, owner: string): readonly string[] {
  const { t } = words
  const { verdict, isNormal, watched } = judgement
  const values = { owner, port: watched.port, expected: expectedWords(words, watched.owners) }
  if (isNormal === false) {
    return verdict === 'nobody'
      ? [t('ports.note.nobody-needed', values)]
      : [t('ports.note.owner-other-needed', values), t('ports.note.owner-other-help')]
  }
  if (verdict !== 'owner-other' || isNormal !== true) return []
  return [t(watched.isShared ? 'ports.note.owner-other-shared' : 'ports.note.owner-other-idle')]
}

function expectedWords(words: Words, ids: readonly string[]): string {
  const [first = ''] = ids
  return textFromData(words, `process.${first}.name`, first)
}

function reasonOfPort(words: Words, reason: string): string {
  return textFromData(words, `ports.reason.${reason}`, reasonWords(words, reason))
}

function ownersWords(words: Words, owners: readonly PortOwner[]): string {
  const named = owners.slice(0, mostOwners).map((owner) => ownerWords(words, owner))
  return owners.length > mostOwners ? `${named.join(', ')} …` : named.join(', ')
}

/** Names come from the system: they are made harmless here. */
function ownerWords({ t }: Words, { name, pid, services, proxies }: PortOwner): string {
  if (name === null) return t('ports.owner.not-known', { pid })
  const values = { name: shortText(name, 100), pid }
  const [proxy] = proxies
  if (proxy !== undefined) {
    const { address, port } = proxy.connect
    return t('ports.owner.proxy', { ...values, address: shortText(address, 100), port })
  }
  if (services.length === 0) return t('ports.owner.process', values)
  const shown = services.slice(0, 6).map((service) => shortText(service, 60))
  return t('ports.owner.services', { ...values, services: shown.join(', ') })
}
