/** A better way to what somebody probably wanted. */
import { label } from '../../shared/text/label.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { betterWaysFor } from '../../shared/catalogue/myths.ts'
import type { BetterWay as Way } from '../../shared/catalogue/schemas/myths-schema.ts'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { FoldedSources } from '../parts/facts/FoldedSources.tsx'
import { textFromData } from '../text/text-from-data.ts'
import { useWords } from '../text/words-context.ts'
import { Claim } from './Claim.tsx'
import { EvidenceLine } from './EvidenceLine.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gap: '10px' },
  way: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, paddingInlineStart: '12px' },
  remark: { marginTop: '4px' },
  wish: { fontWeight: tokens.fontWeightSemibold },
})

interface Props {
  readonly entryId: string
  /** Of its heading: one more than that of the heading above it. */
  readonly level?: 3 | 4
  /** Whether Windows does not start it, because somebody switched it off. */
  readonly isSwitchedOff?: boolean
  /** With both of these the sources are shown as well. */
  readonly sources?: Catalogue['sources'] | undefined
  readonly onOpenSource?: ((sourceKey: string) => void) | undefined
}

/** What people want who switch the helper off in Task Manager. */
const insteadOfSwitch = 'itunes-stays-closed'

/** Nothing at all for a process that has none. */
export function BetterWay(props: Props) {
  const { entryId, level = 3, isSwitchedOff = false, sources, onOpenSource } = props
  const words = useWords()
  const styles = useStyles()
  const ways = betterWaysFor(entryId)
  if (ways.length === 0) return null
  const text = (way: Way, part: 'wish' | 'way' | 'undo') =>
    textFromData(words, `betterWay.${way.id}.${part}`, way.id)
  return (
    <Claim title={words.t('myths.label.betterWay')} level={level}>
      <ul className={styles.list}>
        {ways.map((way) => (
          <li key={way.id} className={styles.way}>
            <p className={styles.wish}>… {text(way, 'wish')}</p>
            <p>{text(way, 'way')}</p>
            {way.hasUndo && (
              <p className={styles.remark}>
                {label(words, words.t('myths.label.undo'))} {text(way, 'undo')}
              </p>
            )}
            {isSwitchedOff && way.id === insteadOfSwitch && (
              <p className={styles.remark}>{words.t('autostart.betterWay')}</p>
            )}
            {sources && onOpenSource && (
              <FoldedSources about={text(way, 'wish')}>
                <EvidenceLine
                  what={words.t('myths.label.sources')}
                  evidence={way}
                  sources={sources}
                  onOpenSource={onOpenSource}
                />
              </FoldedSources>
            )}
          </li>
        ))}
      </ul>
    </Claim>
  )
}
