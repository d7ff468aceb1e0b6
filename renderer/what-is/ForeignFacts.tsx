/** What the file of a foreign process says of itself, and who signed it. */
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import { signerWords } from '../../shared/text/what-is-words.ts'
import { FactList } from '../parts/facts/FactList.tsx'
import { ProbeValue } from '../parts/facts/ProbeValue.tsx'
import { useWords } from '../text/words-context.ts'

interface Props {
  readonly process: ExaminedProcess
  /** All that run from this file. */
  readonly pids: readonly number[]
}

export function ForeignFacts({ process, pids }: Props) {
  const words = useWords()
  const { t } = words
  const { version, signature, imagePath } = process
  const claims = version.state === 'known' ? version.value : undefined
  const claim = (value: string | null | undefined) =>
    value === null || value === undefined || value.trim() === ''
      ? []
      : [<ProbeValue key="claim" probe={{ state: 'known', value }} show={(text) => text} />]
  return (
    <FactList
      facts={[
        {
          name: t('whatIs.fact.description'),
          values: claims
            ? claim(claims.fileDescription)
            : [<ProbeValue key="none" probe={version} show={() => ''} />],
        },
        { name: t('whatIs.fact.company'), values: claim(claims?.companyName) },
        { name: t('whatIs.fact.product'), values: claim(claims?.productName) },
        {
          name: t('whatIs.fact.version'),
          values: claim(claims?.fileVersion ?? claims?.fixedFileVersion),
        },
        {
          name: t('whatIs.fact.signer'),
          values: [
            <ProbeValue key="by" probe={signature} show={(found) => signerWords(words, found)} />,
          ],
        },
        {
          name: t('whatIs.fact.file'),
          values: [<ProbeValue key="at" probe={imagePath} show={(path) => path} />],
        },
        { name: t('whatIs.fact.pid'), values: [pids.join(', ')] },
      ]}
    />
  )
}
