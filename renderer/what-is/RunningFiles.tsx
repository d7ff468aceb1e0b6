/** What the files of running processes say of themselves, once for all that run from one file. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import { useWords } from '../text/words-context.ts'
import { ForeignFacts } from './ForeignFacts.tsx'
import { useExamined, type Examined } from './use-examined.ts'
import { useTextStyles } from '../theme/text-styles.ts'

/** So many of one name are looked at; a browser may run fifty. */
const mostExamined = 4

const useStyles = makeStyles({
  text: { marginTop: '4px' },
  files: { display: 'grid', gap: '8px', marginTop: '8px' },
  more: { marginTop: '6px' },
})

interface Props {
  readonly running: LineAnswer['running']
  readonly bridge: Pick<InspectorBridge, 'examineProcess'>
}

/** Nothing where nothing runs. */
export function RunningFiles({ running, bridge }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const texts = useTextStyles()
  const pids = (running ?? []).slice(0, mostExamined).map(({ pid }) => pid)
  const examined = useExamined(bridge, pids)
  const count = running?.length ?? 0
  const more = count - pids.length
  if (count === 0) return null
  return (
    <>
      <p className={styles.text}>{t('whatIs.foreign.running', { count })}</p>
      <ul className={styles.files}>
        {sameFiles(pids, examined).map((group) => (
          <li key={group.pids.join(' ')}>
            <OneFile group={group} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className={mergeClasses(texts.soft, styles.more)}>
          {t('whatIs.foreign.more', { count: more })}
        </p>
      )}
      <p className={mergeClasses(texts.soft, styles.more)}>{t('whatIs.fact.claims')}</p>
    </>
  )
}

function OneFile({ group }: { readonly group: SameFiles }) {
  const { t } = useWords()
  return group.state === 'known' ? (
    <ForeignFacts process={group.process} pids={group.pids} />
  ) : (
    <p>{t(`whatIs.foreign.${group.state}`, { pids: group.pids.join(', ') })}</p>
  )
}

type SameFiles =
  | { readonly state: 'looking' | 'ended' | 'failed'; readonly pids: readonly number[] }
  | {
      readonly state: 'known'
      readonly pids: readonly number[]
      readonly process: ExaminedProcess
    }

/**
 * Processes that say the same about themselves: they are told once, with all their numbers.
 * @param examined one for each pid, in their order. Nothing is said of those that are still being looked at while others
 * are known.
 */
function sameFiles(pids: readonly number[], examined: readonly Examined[]): readonly SameFiles[] {
  const groups = new Map<string, { readonly examined: Examined; readonly pids: number[] }>()
  pids.forEach((pid, at) => {
    const one = examined[at] ?? { state: 'looking' }
    const key = keyOf(one)
    const same = groups.get(key)
    if (same === undefined) groups.set(key, { examined: one, pids: [pid] })
    else same.pids.push(pid)
  })
  return [...groups.values()].map((group) => ({ ...group.examined, pids: group.pids }))
}

function keyOf(examined: Examined): string {
  if (examined.state !== 'known') return examined.state
  const { imagePath, version, signature } = examined.process
  return JSON.stringify([imagePath, version, signature])
}
