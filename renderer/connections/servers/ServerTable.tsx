/** The servers of one group, as a table. */
import { useWords } from '../../text/words-context.ts'
import type { SourceAccess } from './EvidenceList.tsx'
import type { ServerRow } from './server-rows.ts'
import { ServerRowView } from './ServerRowView.tsx'

interface Props extends SourceAccess {
  readonly label: string
  readonly rows: readonly ServerRow[]
  readonly openIds: ReadonlySet<string>
  readonly onToggle: (endpointId: string) => void
  /** Undefined while a check runs. */
  readonly onTry: ((endpointId: string) => void) | undefined
}

export function ServerTable({ label, rows, openIds, ...rest }: Props) {
  const { t } = useWords()
  return (
    <div role="table" aria-label={label}>
      <div role="rowgroup" className="spoken-only">
        <div role="row">
          <span role="columnheader">{t('connectionView.servers.columnServer')}</span>
          <span role="columnheader">{t('connectionView.servers.columnPort')}</span>
          <span role="columnheader">{t('connectionView.servers.columnResult')}</span>
          <span role="columnheader">{t('connectionView.servers.columnTime')}</span>
        </div>
      </div>
      <div role="rowgroup">
        {rows.map(({ endpoint, results, facts }) => (
          <ServerRowView
            key={endpoint.id}
            endpoint={endpoint}
            results={results}
            {...facts}
            isOpen={openIds.has(endpoint.id)}
            {...rest}
          />
        ))}
      </div>
    </div>
  )
}
