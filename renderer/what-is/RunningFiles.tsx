/** What the files of running processes say of themselves, once for all that run from one file. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'
import { useWords } from '../text/words-context.ts'
import { ForeignFacts } from './ForeignFacts.tsx'
import { sameFiles, type SameFiles } from './same-files.ts'
import { useExamined } from './use-examined.ts'

/** So many of one name are looked at; a browser may run fifty. */
const mostExamined = 4

const useStyles = makeStyles({
  text: { marginTop: '4px' },
  files: { display: 'grid', gap: '8px', marginTop: '8px' },
  soft: {
    marginTop: '6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

interface Props {
  readonly running: LineAnswer['running']
  readonly bridge: Pick<InspectorBridge, 'examineProcess'>
}

/** Nothing where nothing runs. */
export function RunningFiles({ running, bridge }: Props) {
  const { t } = useWords()
  const styles = useStyles()
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
      {more > 0 && <p className={styles.soft}>{t('whatIs.foreign.more', { count: more })}</p>}
      <p className={styles.soft}>{t('whatIs.fact.claims')}</p>
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
