/** Facts about a process that nobody here has judged. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ExaminedProcess } from '../../../shared/model/inspection.ts'
import type { ProcessOwner } from '../../../shared/model/owner.ts'
import { known, type Probe } from '../../../shared/model/probe.ts'
import type { Signature } from '../../../shared/model/signature.ts'
import type { VersionInfo } from '../../../shared/model/file-evidence.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { FactList, type Fact } from '../../parts/facts/FactList.tsx'
import { ProbeValue } from '../../parts/facts/ProbeValue.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  claims: {
    marginTop: '6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
})

function signatureText({ t }: Words, { verdict, signer }: Signature): string {
  const name = signer?.commonName !== '' ? signer?.commonName : signer.organization
  return t(`allProcesses.signature.${verdict}`, {
    signer: name === undefined || name === '' ? t('allProcesses.signature.nameless') : name,
  })
}

function ownerText({ t }: Words, { account, securityId, integrity }: ProcessOwner): string {
  const name = account ?? securityId
  return integrity === null ? name : `${name} · ${t(`allProcesses.integrity.${integrity}`)}`
}

function parentText({ t }: Words, { parentName, parentPid }: ExaminedProcess): string {
  return parentName === null
    ? t('allProcesses.pane.parentUnknown', { pid: parentPid })
    : t('allProcesses.pane.parentKnown', { name: parentName, pid: parentPid })
}

const text = (value: string) => value

/** What the file says, where it says anything. */
function claim(version: Probe<VersionInfo>, pick: (info: VersionInfo) => string | null) {
  if (version.state !== 'known') return []
  const value = pick(version.value)
  return value === null || value.trim() === ''
    ? []
    : [<ProbeValue key="claim" probe={known(value)} show={text} />]
}

export function ForeignFacts({ process }: { readonly process: ExaminedProcess }) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const { imagePath, signature, version, owner, services } = process
  const file: readonly Fact[] = [
    {
      name: t('allProcesses.pane.path'),
      values: [<ProbeValue key="path" probe={imagePath} show={text} />],
    },
    {
      name: t('allProcesses.pane.signer'),
      values: [
        <ProbeValue key="signer" probe={signature} show={(value) => signatureText(words, value)} />,
      ],
    },
    { name: t('allProcesses.pane.describes'), values: claim(version, (v) => v.fileDescription) },
    { name: t('allProcesses.pane.maker'), values: claim(version, (v) => v.companyName) },
    {
      name: t('allProcesses.pane.version'),
      values:
        version.state === 'known'
          ? claim(version, (v) => v.fileVersion ?? v.fixedFileVersion ?? v.productVersion)
          : [<ProbeValue key="version" probe={version} show={() => ''} />],
    },
  ]
  const now: readonly Fact[] = [
    {
      name: t('allProcesses.pane.owner'),
      values: [<ProbeValue key="owner" probe={owner} show={(value) => ownerText(words, value)} />],
    },
    {
      name: t('allProcesses.pane.parent'),
      values: [<ProbeValue key="parent" probe={known(parentText(words, process))} show={text} />],
    },
    {
      name: t('allProcesses.pane.services'),
      values: [
        <ProbeValue
          key="services"
          probe={services}
          show={(names) => names.join(', ') || t('allProcesses.pane.none')}
        />,
      ],
    },
  ]
  return (
    <>
      <Section title={t('allProcesses.pane.file')}>
        <FactList facts={file} />
        {version.state === 'known' && (
          <p className={styles.claims}>{t('allProcesses.pane.claims')}</p>
        )}
      </Section>
      <Section title={t('allProcesses.pane.runs')}>
        <FactList facts={now} />
      </Section>
    </>
  )
}
