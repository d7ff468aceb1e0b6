/** The servers by what they are for. Only what failed is open. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronRight16Regular } from '@fluentui/react-icons'
import { useId, useMemo, useState } from 'react'
import type { Words } from '../../../shared/text/texts.ts'
import { useWords } from '../../text/words-context.ts'
import { Sign, type SignKind } from '../Sign.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'
import type { SourceAccess } from './EvidenceList.tsx'
import { serverGroups, type GroupName, type ServerGroup } from './server-groups.ts'
import type { ServerRow } from './server-rows.ts'
import { ServerTable } from './ServerTable.tsx'

const useStyles = makeStyles({
  groups: { padding: 0, overflow: 'hidden' },
  group: { '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  title: { margin: 0, font: 'inherit' },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    width: '100%',
    minHeight: '36px',
    padding: '7px 14px',
    border: '1px solid transparent',
    textAlign: 'start',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  name: { flex: '1', overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  chevron: {
    flexShrink: 0,
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFast,
  },
  turned: { transform: 'rotate(90deg)' },
  count: { color: tokens.colorNeutralForeground2 },
  all: { padding: '6px 14px 10px 42px' },
})

interface Props extends SourceAccess {
  readonly rows: readonly ServerRow[]
  readonly hasChecked: boolean
  /** Undefined while a check runs. */
  readonly onTry: ((endpointId: string) => void) | undefined
}

/** `failed`: only what did not work, and the rows that somebody opened. */
type Shown = 'none' | 'failed' | 'all'

export function ServerGroups({ rows, hasChecked, onTry, ...access }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const groups = useMemo(() => serverGroups(rows), [rows])
  const [chosen, setChosen] = useState<ReadonlyMap<GroupName, Shown>>(new Map())
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set())
  const isShown = (group: ServerGroup, row: ServerRow) =>
    group.trouble.includes(row) || openIds.has(row.endpoint.id)
  const choose = (name: GroupName, shown: Shown) => {
    setChosen((last) => new Map(last).set(name, shown))
  }
  return (
    <div className={mergeClasses('card', styles.groups)}>
      {groups.map((group) => {
        const { name, trouble } = group
        const failed = group.rows.filter((row) => isShown(group, row))
        const shown = chosen.get(name) ?? (failed.length > 0 ? 'failed' : 'none')
        const visible = shown === 'all' ? group.rows : shown === 'failed' ? failed : []
        const left = group.rows.length - visible.length
        return (
          <GroupView
            key={name}
            group={group}
            hasChecked={hasChecked}
            isOpen={shown !== 'none'}
            onToggle={() => {
              choose(name, shown !== 'none' ? 'none' : trouble.length > 0 ? 'failed' : 'all')
            }}
          >
            {visible.length > 0 && (
              <ServerTable
                label={t(`connectionView.servers.use.${name}`)}
                rows={visible}
                openIds={openIds}
                onToggle={(id) => {
                  setOpenIds((last) => {
                    const next = new Set(last)
                    if (!next.delete(id)) next.add(id)
                    return next
                  })
                }}
                onTry={onTry}
                {...access}
              />
            )}
            {shown !== 'none' && left > 0 && (
              <p className={styles.all}>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    choose(name, 'all')
                  }}
                >
                  {t('connectionView.servers.others', { count: left })}
                </button>
              </p>
            )}
          </GroupView>
        )
      })}
    </div>
  )
}

interface GroupProps {
  readonly group: ServerGroup
  readonly hasChecked: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly children: React.ReactNode
}

function GroupView({ group, hasChecked, isOpen, onToggle, children }: GroupProps) {
  const words = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  const id = useId()
  const hasTrouble = group.trouble.length > 0
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 className={styles.title}>
        <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={onToggle}>
          <ChevronRight16Regular
            className={mergeClasses(styles.chevron, isOpen && styles.turned)}
            aria-hidden
          />
          <Sign kind={signOf(group, hasChecked)} />
          <span id={id} className={mergeClasses(styles.name, hasTrouble && styles.strong)}>
            {words.t(`connectionView.servers.use.${group.name}`)}
          </span>
          <span className={mergeClasses(styles.count, text.figures)}>
            {countWords(words, group, hasChecked)}
          </span>
        </button>
      </h3>
      {children}
    </section>
  )
}

function signOf(
  { name, rows, reached, counted, trouble }: ServerGroup,
  hasChecked: boolean,
): SignKind {
  if (trouble.length > 0) return 'attention'
  if (rows.some(({ facts }) => facts.state === 'checking')) return 'busy'
  if (name === 'gone') return 'quiet'
  if (!hasChecked && reached === 0) return 'empty'
  return reached === counted ? 'good' : 'unknown'
}

function countWords(
  { t }: Words,
  { name, rows, reached, counted }: ServerGroup,
  hasChecked: boolean,
): string {
  const isCounting = hasChecked || rows.some(({ results }) => results.length > 0)
  return name === 'gone' || !isCounting
    ? t('connectionView.servers.total', { count: rows.length })
    : t('connectionView.servers.count', { reached, total: counted })
}
