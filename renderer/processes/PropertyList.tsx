/** Facts of Properties, name and value. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { PropertyFact } from './property-facts.ts'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(88px, 128px) minmax(0, 1fr)',
    gap: '8px 20px',
    margin: '12px 0 8px',
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  soft: { color: tokens.colorNeutralForeground2 },
})

interface Props {
  readonly facts: readonly PropertyFact[]
  /** One more, whose value is no text. */
  readonly last?: { readonly name: string; readonly value: ReactNode } | undefined
}

export function PropertyList({ facts, last }: Props) {
  const styles = useStyles()
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, isMono, isUnknown }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className={styles.name}>{name}</dt>
          <dd
            className={[
              styles.value,
              isMono === true ? styles.mono : '',
              isUnknown === true ? styles.soft : '',
            ].join(' ')}
          >
            {value}
          </dd>
        </div>
      ))}
      {last !== undefined && (
        <div style={{ display: 'contents' }}>
          <dt className={styles.name}>{last.name}</dt>
          <dd className={styles.value}>{last.value}</dd>
        </div>
      )}
    </dl>
  )
}
