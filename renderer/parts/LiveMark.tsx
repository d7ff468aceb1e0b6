/** The mark of a process that has just started or ended. A quiet word beside its name, for a few seconds. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Mark } from '../inspection/live-marks.ts'
import { useWords } from '../text/words-context.ts'
import { forcedColors } from '../theme/layout.ts'

const useStyles = makeStyles({
  mark: {
    display: 'inline-block',
    marginInlineStart: '8px',
    padding: '0 6px',
    border: '1px solid transparent',
    borderRadius: '4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    // Whoever wants no motion gets none: the page's own rule for that.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: '300ms',
    [forcedColors]: { border: '1px solid', color: 'inherit' },
  },
  started: { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2 },
  ended: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground4 },
})

export function LiveMark({ mark }: { readonly mark: Mark }) {
  const { t } = useWords()
  const styles = useStyles()
  return <span className={mergeClasses(styles.mark, styles[mark])}>{t(`live.mark.${mark}`)}</span>
}
