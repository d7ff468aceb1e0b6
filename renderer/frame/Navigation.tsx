/** The navigation between the views. One entry for each view. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, type ReactNode } from 'react'
import { useWords } from '../text/words-context.ts'
import { forcedColors, narrow } from '../theme/layout.ts'
import { viewIds, viewNames, type ViewId } from './view-ids.ts'

const useStyles = makeStyles({
  bar: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0 16px',
    padding: '0 16px 0 12px',
    [narrow]: { padding: '0 4px' },
  },
  list: { display: 'flex', flexWrap: 'wrap', gap: '0 4px' },
  entry: {
    position: 'relative',
    padding: '6px 10px 10px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    font: 'inherit',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '&:hover': { color: tokens.colorNeutralForeground2BrandHover },
    '&:active': { color: tokens.colorNeutralForeground2BrandPressed },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    '&::after': {
      content: '""',
      position: 'absolute',
      insetInline: '10px',
      bottom: '2px',
      height: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorBrandStroke1,
      [forcedColors]: { backgroundColor: 'Highlight' },
    },
  },
})

interface Props {
  readonly view: ViewId
  readonly onView: (view: ViewId) => void
  /** What stands at the end of the row, while there is something to say. */
  readonly children?: ReactNode
}

export const Navigation = memo(function Navigation({ view, onView, children }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <div className={styles.bar}>
      <nav aria-label={t('window.nav.label')}>
        <ul className={styles.list}>
          {viewIds.map((id, index) => (
            <li key={id}>
              <button
                type="button"
                className={mergeClasses(styles.entry, id === view && styles.chosen)}
                aria-current={id === view ? 'page' : undefined}
                aria-keyshortcuts={`Control+${index + 1}`}
                title={`Ctrl+${index + 1}`}
                onClick={() => {
                  onView(id)
                }}
              >
                {t(viewNames[id])}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  )
})
