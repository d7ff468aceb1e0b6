/** Facts of a program's file: signer, version resource, neighbours. */
import type { Neighbour } from '../../../shared/model/file-evidence.ts'
import type { ExaminedProcess } from '../../../shared/model/inspection.ts'
import type { Signature } from '../../../shared/model/signature.ts'
import type { VersionInfo } from '../../../shared/model/file-evidence.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import type { Fact } from '../../parts/facts/FactList.tsx'
import { ProbeValue } from '../../parts/facts/ProbeValue.tsx'
import { dayAndTime } from '../../text/times.ts'

/** A name in a signature that nobody vouches for is a claim, and is shown as one. */
const soundVerdicts: readonly Signature['verdict'][] = ['trusted', 'expired']

export function signatureFacts(
  words: Words,
  { signature, version, neighbours }: Pick<ExaminedProcess, 'signature' | 'version' | 'neighbours'>,
): readonly Fact[] {
  const { t } = words
  const signed = signature.state === 'known' ? signature.value : undefined
  const says = version.state === 'known' ? version.value : undefined
  return [
    {
      name: t('window.details.signer'),
      values: [
        <ProbeValue key="signer" probe={signature} show={(known) => signerWords(words, known)} />,
      ],
    },
    { name: t('window.passport.issuer'), values: ifSaid(signed?.issuer) },
    { name: t('window.passport.stamped'), values: ifSaid(stampWords(words, signed)) },
    {
      name: t('window.passport.version'),
      values: [
        <ProbeValue
          key="version"
          probe={version}
          show={(known) => versionWords(known) ?? t('window.passport.noVersion')}
        />,
      ],
    },
    { name: t('window.passport.description'), values: ifSaid(says?.fileDescription) },
    { name: t('window.passport.product'), values: ifSaid(says?.productName) },
    { name: t('window.passport.company'), values: ifSaid(says?.companyName) },
    ...neighbours.map((neighbour) => neighbourFact(words, neighbour)),
  ]
}

function ifSaid(text: string | null | undefined): readonly string[] {
  return text === null || text === undefined || text.trim() === '' ? [] : [shortText(text)]
}

function signerWords({ t }: Words, { verdict, signer }: Signature): string {
  if (verdict === 'none') return t('window.passport.unsigned')
  if (signer === null) return t('window.passport.nameless')
  const { commonName, organization } = signer
  const name =
    organization === '' || organization === commonName
      ? commonName
      : t('window.passport.signerOf', { name: commonName, organization })
  return soundVerdicts.includes(verdict) ? name : t('window.passport.claimed', { name })
}

function stampWords({ language }: Words, signed: Signature | undefined): string | undefined {
  return signed?.stampedAtUtc ? dayAndTime(language, signed.stampedAtUtc) : undefined
}

function versionWords(says: VersionInfo): string | undefined {
  return says.fixedFileVersion ?? says.fileVersion ?? says.productVersion ?? undefined
}

function neighbourFact(words: Words, { fileName, isPresent, signature }: Neighbour): Fact {
  const { t } = words
  const isThere = isPresent.state !== 'known' || isPresent.value
  return {
    name: t('window.passport.beside', { file: shortText(fileName) }),
    values: [
      isPresent.state === 'known' && isThere ? (
        <ProbeValue key="it" probe={signature} show={(known) => signerWords(words, known)} />
      ) : (
        <ProbeValue key="it" probe={isPresent} show={() => t('window.passport.notBeside')} />
      ),
    ],
  }
}
