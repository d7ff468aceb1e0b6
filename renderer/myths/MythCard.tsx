/** One tip: what is true, what it breaks, how to undo it. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Myth } from '../../shared/catalogue/schemas/myths-schema.ts'
import type {
  Catalogue,
  CatalogueProcess,
} from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Level } from '../parts/LevelSign.tsx'
import { FoldSummary } from '../parts/facts/FoldSummary.tsx'
import { Pill } from '../parts/Pill.tsx'
import { textFromData } from '../text/text-from-data.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { Claim } from './Claim.tsx'
import { EvidenceLine } from './EvidenceLine.tsx'
import { UndoSteps } from './UndoSteps.tsx'
import { label } from '../../shared/text/label.ts'
import { useTextStyles } from '../theme/text-styles.ts'

/** None of them is drawn in red: the tip is wrong, not the person who followed it. */
const levels = {
  breaks: 'attention',
  'half-true': 'info',
  'not-so': 'info',
} as const satisfies Record<Myth['verdict'], Level>

const useStyles = makeStyles({
  card: { padding: '16px 20px' },
  tip: {
    marginTop: '6px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  claims: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
    gap: '0 24px',
  },
  about: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    marginTop: '16px',
  },
  process: {
    minWidth: 'auto',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  folds: {
    display: 'grid',
    gap: '4px',
    marginTop: '12px',
    paddingTop: '10px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  fold: {
    '& > summary': { width: 'fit-content', minHeight: '24px', cursor: 'pointer' },
    '&[open]': { paddingBottom: '8px' },
  },
  undo: { '& > summary': { fontWeight: tokens.fontWeightSemibold } },
  sources: { display: 'grid', gap: '4px', marginTop: '4px' },
})

interface Props {
  readonly myth: Myth
  readonly catalogue: Catalogue
  readonly onCopy: InspectorBridge['copyText']
  readonly onOpenEntry: (entryId: string) => void
  readonly onOpenSource: (sourceKey: string) => void
}

export function MythCard({ myth, catalogue, onCopy, onOpenEntry, onOpenSource }: Props) {
  const words = useWords()
  const { t, has } = words
  const styles = useStyles()
  const texts = useTextStyles()
  const card = useCard()
  const titleId = useId()
  const text = (part: string) => textFromData(words, `myths.item.${myth.id}.${part}`, myth.id)
  const tip = text('tip')
  const evidenceOf = { sources: catalogue.sources, onOpenSource }
  const about = myth.about
    .map((id) => catalogue.processes.find((process) => process.id === id))
    .filter((entry): entry is CatalogueProcess => entry !== undefined)
  const saidBy = myth.saidBy.kinds.map((kind) => t(`myths.saidBy.${kind}`)).join(', ')
  return (
    <article className={mergeClasses(card, styles.card)} aria-labelledby={titleId}>
      <Pill level={levels[myth.verdict]}>{t(`myths.verdict.${myth.verdict}`)}</Pill>
      <h3 id={titleId} className={styles.tip}>
        {tip}
      </h3>
      <p className={texts.soft}>
        {label({ t }, t('myths.label.saidBy'))} {saidBy}
      </p>
      <div className={styles.claims}>
        <Claim title={t('myths.label.truth')} level={4}>
          <p>{text('truth')}</p>
        </Claim>
        {has(`myths.item.${myth.id}.breaks`) && (
          <Claim title={t('myths.label.breaks')} level={4}>
            <p>{text('breaks')}</p>
          </Claim>
        )}
      </div>
      {about.length > 0 && (
        <div className={styles.about}>
          {about.map(({ id, imageName }) => (
            <Button
              key={id}
              className={styles.process}
              size="small"
              shape="circular"
              aria-label={`${label({ t }, t('myths.label.openEntry', { name: imageName }))} ${tip}`}
              onClick={() => {
                onOpenEntry(id)
              }}
            >
              {imageName}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.folds}>
        {myth.undo.length > 0 && (
          <details className={mergeClasses(styles.fold, styles.undo)}>
            <FoldSummary about={tip}>{t('myths.label.undo')}</FoldSummary>
            <UndoSteps myth={myth} about={tip} onCopy={onCopy} />
          </details>
        )}
        <details className={mergeClasses(styles.fold, texts.soft)}>
          <FoldSummary about={tip}>{t('myths.label.sources')}</FoldSummary>
          <ul className={styles.sources}>
            <li>
              <EvidenceLine what={t('myths.label.truth')} evidence={myth} {...evidenceOf} />
            </li>
            <li>
              <EvidenceLine what={t('myths.label.saidBy')} evidence={myth.saidBy} {...evidenceOf} />
            </li>
            {myth.undoEvidence && (
              <li>
                <EvidenceLine
                  what={t('myths.label.undo')}
                  evidence={myth.undoEvidence}
                  {...evidenceOf}
                />
              </li>
            )}
          </ul>
        </details>
      </div>
    </article>
  )
}
