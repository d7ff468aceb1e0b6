/** Apple's services as Windows's own Services window shows them; what is set up in detail is folded. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons'
import { Fragment, useId, useState } from 'react'
import {
  accountWords,
  probeWords,
  serviceStateWords,
  startTypeWords,
} from '../../shared/text/pc-part-words.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import type { Words } from '../../shared/text/words.ts'
import { useWords } from '../text/words-context.ts'
import type { Level } from '../parts/LevelSign.tsx'
import { Pill } from '../parts/Pill.tsx'
import type { ServiceRow, ServiceVerdict } from './service-rows.ts'
import { ServiceDetails } from './ServiceDetails.tsx'
import { useTableStyles } from './table-styles.ts'

const useStyles = makeStyles({
  name: { fontWeight: 600 },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: 0,
    border: 0,
    textAlign: 'start',
    fontWeight: 600,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    '> svg': { flexShrink: 0 },
  },
  details: { padding: '4px 16px 14px', borderTopColor: 'transparent' },
  soft: { color: tokens.colorNeutralForeground2 },
})

const levels: Readonly<Record<ServiceVerdict, Level>> = {
  ...{ danger: 'danger', attention: 'attention', info: 'info', good: 'good' },
  ...{ 'not-needed': 'quiet', unknown: 'quiet', 'of-windows': 'quiet' },
}

function verdictWords({ t }: Words, verdict: ServiceVerdict): string {
  switch (verdict) {
    case 'danger':
    case 'attention':
    case 'info':
      return t(`severity.${verdict}`)
    case 'of-windows':
      return t('services.ofWindows')
    case 'good':
    case 'not-needed':
    case 'unknown':
      return t(`services.verdict.${verdict}`)
  }
}

const columns = ['service', 'state', 'startupType', 'runsAs', 'serves', 'verdict'] as const

interface Props {
  readonly rows: readonly ServiceRow[]
  readonly labelledBy: string
}

export function ServiceTable({ rows, labelledBy }: Props) {
  const words = useWords()
  const { t } = words
  const table = useTableStyles()
  const styles = useStyles()
  const idPrefix = useId()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string) => {
    const next = new Set(open)
    if (!next.delete(key)) next.add(key)
    setOpen(next)
  }
  return (
    <table className={mergeClasses('card', table.table)} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={table.head} data-column={column}>
              {t(`services.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ service, process, verdict }, index) => {
          const { keyName, displayName, setUp } = service
          const isOpen = open.has(keyName)
          const detailsId = `${idPrefix}${index}`
          const name = shortText(displayName)
          return (
            <Fragment key={keyName}>
              <tr className={table.row}>
                <th scope="row" className={mergeClasses(table.cell, styles.name)}>
                  <button
                    type="button"
                    className={styles.toggle}
                    aria-expanded={isOpen}
                    aria-controls={isOpen ? detailsId : undefined}
                    aria-label={t('services.details.label', { name })}
                    onClick={() => {
                      toggle(keyName)
                    }}
                  >
                    {isOpen ? (
                      <ChevronDown16Regular aria-hidden />
                    ) : (
                      <ChevronRight16Regular aria-hidden />
                    )}
                    {name}
                  </button>
                </th>
                <td className={table.cell}>{serviceStateWords(words, service)}</td>
                <td className={table.cell}>
                  {probeWords(words, setUp, (value) => startTypeWords(words, value))}
                </td>
                <td className={mergeClasses(table.cell, table.wide, styles.soft)}>
                  {setUp.state === 'known' && accountWords(words, setUp.value.account)}
                </td>
                <td className={mergeClasses(table.cell, table.wide, styles.soft)}>
                  {process !== undefined && wordsOfProcess(words, process.id).summary}
                </td>
                <td className={table.cell}>
                  <Pill level={levels[verdict]}>{verdictWords(words, verdict)}</Pill>
                </td>
              </tr>
              {isOpen && (
                <tr id={detailsId}>
                  <td colSpan={columns.length} className={styles.details}>
                    <ServiceDetails service={service} />
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}
