/** What stands at the top: the name, the search, and what steers the window as a whole. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { useWords } from '../text/words-context.ts'
import { narrow } from '../theme/layout.ts'
import { AppMark } from './AppMark.tsx'
import type { HeaderControlsProps } from './HeaderControls.tsx'
import { later } from '../parts/later.tsx'

const HeaderControls = later(async () => (await import('./HeaderControls.tsx')).HeaderControls)

const useStyles = makeStyles({
  header: {
    display: 'grid',
    gridTemplateColumns: 'minmax(max-content, 1fr) minmax(160px, 520px) minmax(max-content, 1fr)',
    alignItems: 'center',
    gap: '8px 16px',
    // As high as its controls will be.
    minHeight: '48px',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground3,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) auto', minHeight: '88px' },
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  // Too little room for words: the sign stays, and the name is still read aloud.
  nameText: {
    '@media (max-width: 399px)': { position: 'absolute', clipPath: 'inset(50%)' },
  },
})

export const AppHeader = memo(function AppHeader(props: HeaderControlsProps) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <AppMark />
        <span className={styles.nameText}>{t('app.name')}</span>
      </h1>
      <HeaderControls {...props} />
    </header>
  )
})
