/** What speaks for or against a program: name, folder, signer and original name, each with its sign, its word and a sentence. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Regular,
  QuestionCircle16Regular,
  Warning16Regular,
} from '@fluentui/react-icons'
import { factNames, type FactState, type TrustFacts } from '../../../shared/model/evidence.ts'
import { factWords } from '../../../shared/text/fact-words.ts'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'

const useStyles = makeStyles({
  list: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  fact: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    gap: '2px 8px',
    padding: '8px 12px',
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  sign: { color: tokens.colorNeutralForeground3, [forcedColors]: { color: 'inherit' } },
  ticked: { color: tokens.colorPaletteGreenForeground1, [forcedColors]: { color: 'inherit' } },
  crossed: {
    color: tokens.colorPaletteMarigoldForeground2,
    [forcedColors]: { color: 'inherit' },
  },
  name: { gridColumn: '2', fontWeight: tokens.fontWeightSemibold },
  state: { gridColumn: '3', color: tokens.colorNeutralForeground3 },
  sentence: { gridColumn: '2 / -1', overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
})

function FactSign({ state }: { readonly state: FactState }) {
  const styles = useStyles()
  switch (state) {
    case 'ticked':
      return (
        <CheckmarkCircle16Regular
          className={mergeClasses(styles.sign, styles.ticked)}
          aria-hidden
        />
      )
    case 'crossed':
      return <Warning16Regular className={mergeClasses(styles.sign, styles.crossed)} aria-hidden />
    case 'unknown':
      return <QuestionCircle16Regular className={styles.sign} aria-hidden />
  }
}

export function FourFacts({ facts }: { readonly facts: TrustFacts }) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {factNames.map((name) => {
        const fact = facts[name]
        return (
          <li key={name} className={styles.fact}>
            <FactSign state={fact.state} />
            <span className={styles.name}>{t(`evidence.fact.${name}`)}</span>
            <span className={styles.state}>{t(`evidence.state.${fact.state}`)}</span>
            <p className={styles.sentence}>{factWords(words, name, fact)}</p>
          </li>
        )
      })}
    </ul>
  )
}
