/** Details of one server. */
import { label } from '../../../shared/text/label.ts'
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Endpoint } from '../../../shared/catalogue/endpoints.ts'
import type { ConnectionResult } from '../../../shared/model/connection.ts'
import {
  connectionNoteWords,
  endpointWords,
  symptomWords,
} from '../../../shared/text/connection-words.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { catalogueDate } from '../../text/times.ts'
import { FoldedSources } from '../../parts/facts/FoldedSources.tsx'
import { useWords } from '../../text/words-context.ts'
import { EvidenceList, type SourceAccess } from './EvidenceList.tsx'
import { isFine, isUndecided, type RowFacts } from './server-rows.ts'
import { TargetFacts } from './TargetFacts.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'

const useStyles = makeStyles({
  details: { display: 'grid', gap: '14px' },
  meaning: {
    display: 'grid',
    gap: '4px',
    padding: '2px 0 2px 12px',
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorStatusWarningForeground3,
  },
  calm: { borderInlineStartColor: tokens.colorNeutralStroke1 },
  targets: { display: 'grid', gap: '10px' },
})

interface Props extends SourceAccess {
  readonly endpoint: Endpoint
  readonly results: readonly ConnectionResult[]
  readonly facts: RowFacts
  readonly onTry: ((endpointId: string) => void) | undefined
}

export function ServerDetails({ endpoint, results, facts, onTry, sources, onOpenSource }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const isGone = facts.state === 'gone'
  const failed = isGone ? undefined : results.find(isTelling)
  const { names, fate, purpose } = endpoint
  const { standsFor } = endpointWords(words, endpoint)
  return (
    <div className={styles.details}>
      {failed !== undefined && <Meaning result={failed} />}
      {(isGone || facts.state === 'left-out') && (
        <p className={mergeClasses(styles.meaning, styles.calm)}>
          {isGone ? t('connectionView.details.goneSilent') : t('connectionView.details.leftOut')}
        </p>
      )}
      {fate.state === 'gone' && facts.state === 'ok' && (
        <p>{t('connectionView.details.goneAnswers')}</p>
      )}
      <Notes results={results} />
      {results.length === 0 ? (
        <p className={text.soft}>
          {label({ t }, t('connectionView.details.names'))} {names.join(', ')}.{' '}
          {t('connectionView.details.notTriedYet')}
        </p>
      ) : (
        <div className={styles.targets}>
          {results.map((result) => (
            <TargetFacts key={result.id} result={result} />
          ))}
        </div>
      )}
      {onTry && (
        <div>
          <Button
            size="small"
            onClick={() => {
              onTry(endpoint.id)
            }}
          >
            {t('connectionView.details.tryOne')}
          </Button>
        </div>
      )}
      <div>
        <h3 className={text.label}>{t('connectionView.details.fate')}</h3>
        <p className={text.small}>{fateWords(words, endpoint)}</p>
        {standsFor !== undefined && <p className={text.small}>{standsFor}</p>}
      </div>
      <FoldedSources about={endpoint.pattern}>
        <EvidenceList
          claims={[
            { fact: t('connectionView.details.purpose'), evidence: purpose },
            { fact: t('connectionView.details.pattern'), evidence: endpoint },
            { fact: t('connectionView.details.fate'), evidence: fate },
          ]}
          sources={sources}
          onOpenSource={onOpenSource}
        />
      </FoldedSources>
    </div>
  )
}

function isTelling({ symptom }: ConnectionResult): boolean {
  return !isUndecided(symptom) && symptom !== 'ok'
}

function fateWords(words: Words, endpoint: Endpoint): string {
  const { t, language } = words
  const { fate, inArticle } = endpoint
  const { state, asOf, since } = fate
  const sentences = [
    `${endpointWords(words, endpoint).fate}.`,
    since === null
      ? ''
      : t('connectionView.details.since', { date: catalogueDate(language, since) }),
    t('connections.fate.asOf', { date: catalogueDate(language, asOf) }),
    inArticle || ['new', 'named', 'unknown'].includes(state) ? '' : t('connections.notInArticle'),
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function Meaning({ result }: { readonly result: ConnectionResult }) {
  const words = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  const { symptom } = result
  const { title, means, next } = symptomWords(words, result)
  return (
    <div className={mergeClasses(styles.meaning, isFine(symptom) && styles.calm)}>
      <p className={text.strong}>{title}</p>
      <p>{means}</p>
      <p>{next}</p>
    </div>
  )
}

function Notes({ results }: { readonly results: readonly ConnectionResult[] }) {
  const words = useWords()
  const text = useTextStyles()
  const notes = [
    ...new Set(
      results.flatMap((result) =>
        result.notes.map((note) => connectionNoteWords(words, note, result)),
      ),
    ),
  ]
  if (notes.length === 0) return null
  return (
    <div>
      <h3 className={text.label}>{words.t('connectionView.details.notes')}</h3>
      <ul className={text.small}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  )
}
