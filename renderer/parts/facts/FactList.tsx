/** A list of facts: name on the left, values on the right. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

export interface Fact {
  readonly name: string
  readonly values: readonly ReactNode[]
}

const useStyles = makeStyles({
  list: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  fact: {
    display: 'grid',
    gridTemplateColumns: 'minmax(88px, 112px) minmax(0, 1fr)',
    gap: '4px 8px',
    padding: '7px 12px',
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { gridColumn: '2', overflowWrap: 'anywhere' },
})

/** Facts without a value are left out. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {facts
        .filter(({ values }) => values.length > 0)
        .map(({ name, values }) => (
          <div key={name} className={styles.fact}>
            <dt className={styles.name}>{name}</dt>
            {values.map((value, index) => (
              // Facts of one process never change their order.
              <dd key={index} className={styles.value}>
                {value}
              </dd>
            ))}
          </div>
        ))}
    </dl>
  )
}
