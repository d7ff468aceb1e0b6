/** The servers in two groups. */
import { makeStyles, Switch } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useWords } from '../../text/words-context.ts'
import type { SourceAccess } from './EvidenceList.tsx'
import { isCounted, isTrouble, type ServerRow } from './server-rows.ts'
import { ServerTable } from './ServerTable.tsx'
import type { OpenRows } from './use-open-rows.ts'

const groups = ['apple', 'other'] as const

const useStyles = makeStyles({ filter: { marginInlineStart: '-8px', marginBottom: '-8px' } })

interface Props extends SourceAccess {
  readonly rows: readonly ServerRow[]
  readonly hasChecked: boolean
  readonly openRows: OpenRows
  /** Undefined while a check runs. */
  readonly onTry: ((endpointId: string) => void) | undefined
}

export function ServerTables({ rows, hasChecked, openRows, onTry, ...access }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const [wantsTrouble, setWantsTrouble] = useState(false)
  const troubled = rows.filter(isTrouble).length
  const canFilter = hasChecked && troubled > 0 && troubled < rows.filter(isCounted).length
  const byGroup = useMemo(
    () => groups.map((group) => rows.filter(({ endpoint }) => endpoint.group === group)),
    [rows],
  )
  return (
    <>
      {canFilter && (
        <div className={styles.filter}>
          <Switch
            checked={wantsTrouble}
            label={t('connectionView.servers.onlyTrouble', { count: troubled })}
            onChange={(_, { checked }) => {
              setWantsTrouble(checked)
            }}
          />
        </div>
      )}
      {groups.map((group, index) => (
        <ServerTable
          key={group}
          group={group}
          rows={byGroup[index] ?? []}
          hasChecked={hasChecked}
          onlyTrouble={canFilter && wantsTrouble}
          openIds={openRows.ids}
          onToggle={openRows.toggle}
          onTry={onTry}
          {...access}
        />
      ))}
    </>
  )
}
