/** One titled card of the Connections view. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { useCard } from '../theme/card.ts'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '0 12px',
    margin: '0 0 6px',
  },
  card: { padding: '12px 16px', display: 'grid', gap: '10px' },
})

interface Props {
  readonly title: string
  /** What stands at the end of the title's line. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Panel({ title, aside, children }: Props) {
  const styles = useStyles()
  const text = useTextStyles()
  const card = useCard()
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={text.title}>
          {title}
        </h2>
        {aside}
      </div>
      <div className={mergeClasses(card, styles.card)}>{children}</div>
    </section>
  )
}
