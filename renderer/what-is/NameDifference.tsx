/**
 * The difference between two names that look the same. One above the other, in even letters, with what differs marked.
 */
import { makeStyles, tokens } from '@fluentui/react-components'
import { differenceBetween, type NameParts } from '../../shared/search/difference.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { useWords } from '../text/words-context.ts'

const useStyles = makeStyles({
  names: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '2px 12px',
    margin: '6px 0',
  },
  label: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  name: {
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  },
  mark: {
    borderRadius: '3px',
    padding: '0 2px',
    backgroundColor: tokens.colorPaletteMarigoldBackground2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
  },
})

/** Long enough for every name that could be taken for one of Apple's. */
const longestShown = 120

interface Props {
  readonly name: string
  readonly resembles: string
}

export function NameDifference({ name, resembles }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const { first, second } = differenceBetween(name.slice(0, longestShown), resembles)
  const line = ({ start, middle, end }: NameParts) => (
    <>
      {visibleText(start)}
      {middle !== '' && <mark className={styles.mark}>{visibleText(middle)}</mark>}
      {visibleText(end)}
    </>
  )
  return (
    <dl className={styles.names}>
      <dt className={styles.label}>{t('whatIs.lookAlike.this')}</dt>
      <dd className={styles.name}>{line(first)}</dd>
      <dt className={styles.label}>{t('whatIs.lookAlike.apples')}</dt>
      <dd className={styles.name}>{line(second)}</dd>
    </dl>
  )
}
