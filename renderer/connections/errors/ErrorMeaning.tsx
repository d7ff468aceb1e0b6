/** One row of the error table. */
import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import type { ErrorMatch } from '../../../shared/connections/find-errors.ts'
import { errorWords } from '../../../shared/text/connection-words.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { useWords } from '../../text/words-context.ts'
import { EvidenceList, type SourceAccess } from '../servers/EvidenceList.tsx'
import { useTextStyles } from '../use-text-styles.ts'

const useStyles = makeStyles({
  answer: {
    display: 'grid',
    gap: '8px',
    padding: '10px 12px',
    borderRadius: '6px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    ...createCustomFocusIndicatorStyle({ outlineOffset: '0px' }),
  },
})

interface Props extends SourceAccess {
  readonly match: ErrorMatch
}

export function ErrorMeaning({ match, sources, onOpenSource }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const { row } = match
  const { meaning, tryThis, note, causes } = errorWords(words, row)
  const number = t('connectionView.errors.numbers', { numbers: shortText(match.code, 20) })
  return (
    <article className={styles.answer} tabIndex={-1} aria-label={number}>
      <div>
        <h3 className={text.title}>{number}</h3>
        <p className={text.soft}>{fitWords(words, match)}</p>
      </div>
      <p>{meaning}</p>
      <Part title={t('connectionView.errors.try')} body={tryThis} />
      {causes.length > 0 && (
        <Part title={t('connectionView.errors.causes')} body={capital(causes.join('; '))} />
      )}
      <Part title={t('connectionView.errors.area')} body={t(`connections.area.${row.area}`)} />
      {note !== undefined && <Part title={t('connectionView.errors.note')} body={note} />}
      {row.isKnown ? (
        <EvidenceList
          claims={[
            { fact: t('connectionView.errors.results'), evidence: row },
            ...(row.note === undefined
              ? []
              : [{ fact: t('connectionView.errors.note'), evidence: row.note }]),
          ]}
          sources={sources}
          onOpenSource={onOpenSource}
        />
      ) : (
        <p className={mergeClasses(text.soft)}>
          {t('connections.noError', { code: shortText(match.code, 20) })}
        </p>
      )}
    </article>
  )
}

function Part({ title, body }: { readonly title: string; readonly body: string }) {
  const text = useTextStyles()
  return (
    <div>
      <p className={text.label} style={{ margin: 0 }}>
        {title}
      </p>
      <p className={text.small}>{body}</p>
    </div>
  )
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** An exact number needs no word; what else it was matched by is said. */
function fitWords({ t }: Words, { row, fit, code }: ErrorMatch): string {
  switch (fit) {
    case 'exact': {
      const others = row.codes.filter((other) => other !== code)
      return others.length === 0
        ? ''
        : t('connectionView.errors.sameFor', { numbers: others.join(', ') })
    }
    case 'range': {
      const ranges = row.ranges.map(({ from, to }) => t('connectionView.ports.range', { from, to }))
      return t('connectionView.errors.fitRange', {
        fit: t('connections.fit.range'),
        range: ranges.join(', '),
      })
    }
    case 'without-sign':
      return t('connections.fit.without-sign', { code: row.codes.join(', ') })
  }
}
