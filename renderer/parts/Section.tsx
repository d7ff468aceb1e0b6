/** One titled part of the details. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { forcedColors } from '../theme/layout.ts'

const useStyles = makeStyles({
  section: { marginTop: '16px' },
  title: {
    marginBottom: '4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: { color: 'inherit' },
  },
})

interface Props {
  readonly title: string
  readonly children: ReactNode
}

export function Section({ title, children }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </div>
  )
}
