/** Parents and children of a process. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useWords } from '../text/words-context.ts'
import type { Row } from './process-rows.ts'

const useStyles = makeStyles({
  soft: { color: tokens.colorNeutralForeground2 },
  family: { display: 'grid', gap: '4px', justifyItems: 'start' },
})

export interface Relatives {
  /** The parent first, then its own. */
  readonly above: readonly Row[]
  readonly below: readonly Row[]
}

/** More than anybody reads. */
const mostRelatives = 500

export function familyOf(
  row: Row,
  rows: readonly Row[],
  parents: ReadonlyMap<string, Row>,
): Relatives {
  const above: Row[] = []
  let next = parents.get(row.key)
  while (next !== undefined && above.length < mostRelatives) {
    above.push(next)
    next = parents.get(next.key)
  }
  const below = rows.filter((one) => parents.get(one.key)?.key === row.key)
  return { above, below: below.slice(0, mostRelatives) }
}

export function Family({
  family: { above, below },
  onShow,
}: {
  readonly family: Relatives
  readonly onShow: (row: Row) => void
}) {
  const { t } = useWords()
  const styles = useStyles()
  const links = (some: readonly Row[]) =>
    some.map((one) => (
      <li key={one.key}>
        <button
          type="button"
          className="link"
          onClick={() => {
            onShow(one)
          }}
        >
          {t('processes.namePid', { name: one.name, pid: String(one.process.pid) })}
        </button>
      </li>
    ))
  return (
    <div className={styles.family}>
      <h3 className="head">{t('processes.family.above')}</h3>
      {above.length === 0 ? (
        <p className={styles.soft}>{t('processes.family.noneAbove')}</p>
      ) : (
        <ul>{links(above)}</ul>
      )}
      <h3 className="head">{t('processes.family.below')}</h3>
      {below.length === 0 ? (
        <p className={styles.soft}>{t('processes.family.noneBelow')}</p>
      ) : (
        <ul>{links(below)}</ul>
      )}
    </div>
  )
}
