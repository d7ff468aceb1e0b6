/** The answer about a process of the catalogue. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type {
  Catalogue,
  CatalogueProcess,
} from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectedProcess } from '../../shared/model/inspection.ts'
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'
import { absenceWords } from '../../shared/text/fact-words.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import { runningWords } from '../../shared/text/what-is-words.ts'
import { BetterWay } from '../myths/BetterWay.tsx'
import { Claim } from '../myths/Claim.tsx'
import { EvidenceLine } from '../myths/EvidenceLine.tsx'
import { isForeign, isOdd, worstTrust } from '../inspection/shown-trust.ts'
import { StatusSign, type ShownStatus } from '../parts/facts/StatusMark.tsx'
import { Pill } from '../parts/Pill.tsx'
import { levelOf } from '../inspection/verdict-level.ts'
import { textFromData } from '../text/text-from-data.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  card: { padding: '20px 24px' },
  namedBy: { marginTop: '8px' },
  state: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    marginTop: '12px',
    padding: '8px 12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  running: { flex: '1 1 200px' },
  absence: { flexBasis: '100%', paddingInlineStart: '20px' },
  advice: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, paddingInlineStart: '12px' },
  foot: { display: 'grid', gap: '12px', justifyItems: 'start', marginTop: '20px' },
  summary: {
    marginTop: '8px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  fold: { '& > summary': { width: 'fit-content', minHeight: '24px', cursor: 'pointer' } },
  sources: { display: 'grid', gap: '6px', marginTop: '4px' },
})

interface Props {
  readonly entry: CatalogueProcess
  /** What the inspection says of it, where there is one. */
  readonly inspected: InspectedProcess | undefined
  readonly running: LineAnswer['running']
  /** By what the line names it, in sentences; none where that is its own name. */
  readonly namedBy: readonly string[]
  readonly catalogue: Catalogue
  readonly onOpenEntry: (entryId: string) => void
  readonly onOpenSource: (sourceKey: string) => void
}

export function EntryAnswer(props: Props) {
  const { entry, inspected, running, namedBy, catalogue, onOpenSource } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const texts = useTextStyles()
  const card = useCard()
  const { name, summary, what, ifDisabled, note } = wordsOfProcess(words, entry.id)
  const group = textFromData(words, `group.${entry.group}.title`, entry.group)
  const isRunning = (running?.length ?? 0) > 0
  const worst =
    isRunning && inspected !== undefined && inspected.instances.length > 0
      ? worstTrust(inspected.instances)
      : undefined
  // What Apple's program does says nothing about another that bears its name.
  const isOthers = worst !== undefined && isForeign(worst)
  const isBad = isOthers || (worst !== undefined && isOdd(worst))
  const absence = running?.length === 0 ? inspected?.absence : undefined
  const { sources } = catalogue
  return (
    <article
      className={mergeClasses(card, styles.card)}
      aria-label={t('window.details.label', { name: entry.imageName })}
    >
      <h3 className={texts.name}>{entry.imageName}</h3>
      <p className={texts.soft}>{[name, group].join(' · ')}</p>
      {namedBy.map((sentence) => (
        <p key={sentence} className={styles.namedBy}>
          {sentence}
        </p>
      ))}
      {!isOthers && <p className={styles.summary}>{summary}</p>}
      <div className={styles.state}>
        <StatusSign status={statusOf(running)} />
        <span className={styles.running}>{runningWords(words, running)}</span>
        {worst && (isBad || inspected?.instances.length === 1) && (
          <Pill level={levelOf(worst, [])}>{t(`window.trust.${worst}`)}</Pill>
        )}
        {absence && (
          <span className={mergeClasses(texts.soft, styles.absence)}>
            {absenceWords(words, absence)}
          </span>
        )}
      </div>
      <Claim title={t('window.details.what')} level={4}>
        <p>{isOthers ? t('processes.notApples') : what}</p>
      </Claim>
      {!isBad && (
        <Claim title={t('window.details.ifDisabled')} level={4}>
          <p className={styles.advice}>{ifDisabled}</p>
        </Claim>
      )}
      {note !== undefined && !isBad && (
        <Claim title={t('window.details.note')} level={4}>
          <p>{note}</p>
        </Claim>
      )}
      {!isBad && <BetterWay entryId={entry.id} level={4} />}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          onClick={() => {
            props.onOpenEntry(entry.id)
          }}
        >
          {t('whatIs.entry.details')}
        </Button>
        <details className={mergeClasses(texts.soft, styles.fold)}>
          <summary>{t('whatIs.entry.where')}</summary>
          <ul className={styles.sources}>
            <li>
              <EvidenceLine
                what={t('window.details.what')}
                evidence={entry.what}
                {...{ sources, onOpenSource }}
              />
            </li>
            <li>
              <EvidenceLine
                what={t('window.details.ifDisabled')}
                evidence={entry.ifDisabled}
                {...{ sources, onOpenSource }}
              />
            </li>
          </ul>
        </details>
      </div>
    </article>
  )
}

function statusOf(running: LineAnswer['running']): ShownStatus {
  if (running === null) return 'cannot-tell'
  return running.length > 0 ? 'running' : 'not-running'
}
