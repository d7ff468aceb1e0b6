/** What is the answer in one sentence, and how fresh is it? */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Desktop24Regular } from '@fluentui/react-icons'
import { useId } from 'react'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { clockTime } from '../text/times.ts'
import { useWords } from '../text/words-context.ts'
import type { Words } from '../../shared/text/texts.ts'
import { useCard } from '../theme/card.ts'

const useStyles = makeStyles({
  card: {
    // The clock in here changes every two seconds: nothing outside need be laid out or painted again for it.
    contain: 'content',
    display: 'flex',
    gap: '16px',
    padding: '16px 20px',
  },
  sign: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: '26px',
    fontWeight: tokens.fontWeightSemibold,
  },
  meta: {
    marginTop: '8px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
})

/** Counts Apple's own two lists. iTunes itself and its neighbours are no background helpers. */
function headline({ t }: Words, { inspection, failure }: InspectionState) {
  if (inspection === undefined) return { title: t('window.overview.looking'), hint: undefined }
  if (failure !== undefined) {
    const time = clockTime(inspection.takenAtUtc)
    return { title: t('window.stale.title'), hint: t('window.stale.body', { time }) }
  }
  const listed = inspection.processes.filter(({ group }) => group !== 'related')
  const count = listed.filter(({ status }) => status === 'running').length
  if (count > 0) {
    return { title: t('window.overview.running', { count }), hint: t('window.overview.byName') }
  }
  return listed.some(({ status }) => status === 'cannot-tell')
    ? { title: t('window.overview.unknown'), hint: t('window.overview.unknownHint') }
    : { title: t('window.overview.none'), hint: t('window.overview.noneHint') }
}

export function Overview({ state }: { readonly state: InspectionState }) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const card = useCard()
  const titleId = useId()
  const { title, hint } = headline(words, state)
  const { inspection, isPaused } = state
  const meta = [
    inspection && t('window.overview.looked', { time: clockTime(inspection.takenAtUtc) }),
    inspection && t('window.overview.seen', { count: inspection.processesSeen }),
    isPaused && t('window.overview.paused'),
  ].filter((part) => typeof part === 'string')
  return (
    <section className={mergeClasses(card, styles.card)} aria-labelledby={titleId}>
      <Desktop24Regular className={styles.sign} aria-hidden />
      <div>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {hint !== undefined && <p>{hint}</p>}
        {meta.length > 0 && <p className={styles.meta}>{meta.join(' · ')}</p>}
      </div>
    </section>
  )
}
