/** One titled part of a card. As in the details, with a heading that fits its place in the page. */
import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  claim: { marginTop: '16px' },
})

interface Props {
  readonly title: string
  /** One more than that of the heading above it. */
  readonly level: 3 | 4
  readonly children: ReactNode
}

export function Claim({ title, level, children }: Props) {
  const styles = useStyles()
  const texts = useTextStyles()
  const Heading = `h${level}` as const
  return (
    <div className={styles.claim}>
      <Heading className={texts.label}>{title}</Heading>
      {children}
    </div>
  )
}
