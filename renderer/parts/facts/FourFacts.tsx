/** What speaks for or against a program: name, folder, signer and original name, each with its sign, its word and a sentence. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Filled,
  QuestionCircle16Regular,
  Warning16Filled,
} from '@fluentui/react-icons'
import { factNames, type FactState, type TrustFacts } from '../../../shared/model/evidence.ts'
import { factWords } from '../../../shared/text/fact-words.ts'
import { label } from '../../../shared/text/label.ts'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'
import { BreakablePath } from './Breakable.tsx'

const useStyles = makeStyles({
  list: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  fact: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: '2px 8px',
    padding: '6px 10px',
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  sign: { color: tokens.colorNeutralForeground3, [forcedColors]: { color: 'inherit' } },
  ticked: { color: tokens.colorPaletteGreenForeground1, [forcedColors]: { color: 'inherit' } },
  crossed: {
    color: tokens.colorPaletteMarigoldForeground2,
    [forcedColors]: { color: 'inherit' },
  },
  sentence: { overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
})

function FactSign({ state }: { readonly state: FactState }) {
  const styles = useStyles()
  switch (state) {
    case 'ticked':
      return (
        <CheckmarkCircle16Filled className={mergeClasses(styles.sign, styles.ticked)} aria-hidden />
      )
    case 'crossed':
      return <Warning16Filled className={mergeClasses(styles.sign, styles.crossed)} aria-hidden />
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
            <p className={styles.sentence}>
              <b>{label(words, t(`evidence.fact.${name}`))}</b> {/* The sign says it to the eye. */}
              <span className="spoken-only">{t(`evidence.state.${fact.state}`)}. </span>
              <BreakablePath path={factWords(words, name, fact)} />
            </p>
          </li>
        )
      })}
    </ul>
  )
}
