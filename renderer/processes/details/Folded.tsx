/** A part of the details that is folded until somebody wants it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  title: {
    padding: '9px 0',
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    borderRadius: '4px',
    '&::marker': { color: tokens.colorNeutralForeground3 },
  },
  inside: { paddingBottom: '14px' },
})

interface Props {
  readonly title: string
  readonly children: ReactNode
}

export function Folded({ title, children }: Props) {
  const styles = useStyles()
  return (
    <details className={styles.part}>
      <summary className={styles.title}>{title}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  )
}
