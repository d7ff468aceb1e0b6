/** Sources and confidence of each fact. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { mergeEvidence, type ShownEvidence } from '../../../shared/catalogue/confidence.ts'
import type {
  Catalogue,
  CatalogueProcess,
} from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { SourceLinks } from '../../parts/facts/SourceLinks.tsx'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: '6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
})

interface Claim {
  readonly name: string
  readonly evidence: ShownEvidence
}

/** One claim for each kind of fact and degree of certainty, in the order of the details. */
function claims(
  { t }: Words,
  entry: CatalogueProcess,
  sources: Catalogue['sources'],
): readonly Claim[] {
  const all = [
    { name: t('window.details.what'), found: [entry.what] },
    { name: t('window.details.ifDisabled'), found: [entry.ifDisabled] },
    { name: t('window.details.note'), found: [entry.note] },
    { name: t('window.details.retired'), found: [entry.retired] },
    { name: t('window.details.runs'), found: [entry.runsEvidence] },
    { name: t('window.details.folder'), found: entry.folders },
    { name: t('window.details.signer'), found: [entry.signer] },
    { name: t('window.details.service'), found: [entry.service] },
    { name: t('window.details.autostart'), found: [entry.autostart] },
    { name: t('window.details.ports'), found: entry.ports },
  ]
  return all.flatMap(({ name, found }) =>
    mergeEvidence(found, sources).map((evidence) => ({ name, evidence })),
  )
}

interface Props {
  readonly entry: CatalogueProcess
  readonly sources: Catalogue['sources']
  readonly onOpenSource: (sourceKey: string) => void
}

export function DetailsSources({ entry, sources, onOpenSource }: Props) {
  const words = useWords()
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {claims(words, entry, sources).map(({ name, evidence }) => {
        const { shown, sources: keys } = evidence
        return (
          <li key={`${name} ${shown}`}>
            {words.t('window.details.sourceLine', {
              fact: name,
              confidence: words.t(`confidence.${shown}`),
            })}
            {'. '}
            <SourceLinks keys={keys} sources={sources} onOpen={onOpenSource} />
          </li>
        )
      })}
    </ul>
  )
}
