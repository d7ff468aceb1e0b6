/** One meaning of an error: what it is, what to do first, what next, and who says so. */
import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import type { ErrorMatch } from '../../../shared/catalogue/errors.ts'
import { errorWords } from '../../../shared/text/error-words.ts'
import { FoldedSources } from '../../parts/facts/FoldedSources.tsx'
import { SourceLinks } from '../../parts/facts/SourceLinks.tsx'
import { useWords } from '../../text/words-context.ts'
import type { SourceAccess } from '../servers/EvidenceList.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'

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
  steps: { margin: 0, paddingLeft: '20px' },
})

interface Props extends SourceAccess {
  readonly match: ErrorMatch
}

export function ErrorMeaning({ match, sources, onOpenSource }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const { title, when, fit, meaning, first, then, note, confidence } = errorWords(words, match)
  return (
    <article className={styles.answer} tabIndex={-1} aria-label={`${title}. ${when}`}>
      <div>
        <h3 className={text.title}>{title}</h3>
        <p className={text.soft}>{when}</p>
        {fit !== undefined && <p className={text.soft}>{fit}</p>}
      </div>
      <p>{meaning}</p>
      <div>
        <p className={text.label}>{t('errors.first')}</p>
        <p className={text.strong}>{first}</p>
      </div>
      {then.length > 0 && (
        <div>
          <p className={text.label}>{t('errors.then')}</p>
          <ol className={mergeClasses(text.small, styles.steps)}>
            {then.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
      {note !== undefined && (
        <div>
          <p className={text.label}>{t('errors.noteTitle')}</p>
          <p className={text.small}>{note}</p>
        </div>
      )}
      <FoldedSources about={title}>
        {confidence}{' '}
        <SourceLinks keys={match.row.sources} sources={sources} onOpen={onOpenSource} />
      </FoldedSources>
    </article>
  )
}
