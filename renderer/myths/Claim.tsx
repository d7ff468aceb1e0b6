/** One titled part of a card. As in the details, with a heading that fits its place in the page. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { forcedColors } from '../theme/layout.ts'

const useStyles = makeStyles({
  claim: { marginTop: '16px' },
  title: {
    margin: '0 0 4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: { color: 'inherit' },
  },
})

interface Props {
  readonly title: string
  /** One more than that of the heading above it. */
  readonly level: 3 | 4
  readonly children: ReactNode
}

export function Claim({ title, level, children }: Props) {
  const styles = useStyles()
  const Heading = `h${level}` as const
  return (
    <div className={styles.claim}>
      <Heading className={styles.title}>{title}</Heading>
      {children}
    </div>
  )
}
