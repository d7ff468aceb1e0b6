/** Processes that may be meant. A list to be gone through with the arrow keys. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  title: {
    marginBottom: '6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { overflow: 'hidden' },
  item: { '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  button: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '0 16px',
    alignItems: 'center',
    width: '100%',
    minHeight: '52px',
    padding: '7px 20px',
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&:focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: '8px',
    },
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  why: { '@media (max-width: 519px)': { display: 'none' } },
})

interface Props {
  readonly title: string
  readonly suggestions: LineAnswer['suggestions']
  readonly processes: Catalogue['processes']
  readonly onTake: (imageName: string) => void
}

export function Suggestions({ title, suggestions, processes, onTake }: Props) {
  const words = useWords()
  const styles = useStyles()
  const texts = useTextStyles()
  const card = useCard()
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={mergeClasses(card, styles.list)}>
        {suggestions.map(({ entryId, why }) => {
          const entry = processes.find(({ id }) => id === entryId)
          if (entry === undefined) return null
          return (
            <li key={entryId} className={styles.item}>
              <button
                type="button"
                className={styles.button}
                data-suggestion
                onClick={() => {
                  onTake(entry.imageName)
                }}
              >
                <span>
                  <span className={styles.name}>{entry.imageName}</span>{' '}
                  <span className={texts.soft}>{wordsOfProcess(words, entryId).summary}</span>
                </span>
                <span className={mergeClasses(texts.soft, styles.why)}>
                  {words.t(`whatIs.suggest.why.${why}`)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
