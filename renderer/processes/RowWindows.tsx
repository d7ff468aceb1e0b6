/** What opens from a row, over the table: its menu, and its Properties. */
import { Suspense, lazy } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Formats } from './grid/formats.ts'
import type { ListState } from './list-state.ts'
import type { Row } from './process-rows.ts'
import { RowMenu } from './RowMenu.tsx'
import { judgedOf, type Judgements, type SeenOf } from './seen.ts'
import type { useRowMenu } from './use-row-menu.ts'

const Properties = lazy(async () => ({
  default: (await import('./Properties.tsx')).Properties,
}))

interface Props {
  readonly menu: ReturnType<typeof useRowMenu>
  readonly bridge: InspectorBridge
  readonly state: ListState
  readonly seenOf: SeenOf
  readonly judgements: Judgements
  readonly findings: readonly Finding[]
  readonly parents: ReadonlyMap<string, Row>
  readonly formats: Formats
  readonly isLive: boolean
}

export function RowWindows(props: Props) {
  const { menu, state, seenOf, judgements, isLive } = props
  const { opened, properties } = menu
  const isIt = ({ key }: Row) => key === properties?.key
  return (
    <>
      {opened && (
        <RowMenu
          at={opened.at}
          name={opened.row.name}
          isOff={menu.isOff}
          onChoose={menu.choose}
          onClose={menu.close}
        />
      )}
      {properties && (
        <Suspense>
          <Properties
            key={properties.key}
            bridge={props.bridge}
            row={state.rows.find(isIt) ?? properties}
            hasEnded={isLive && state.lister !== undefined && !state.live.some(isIt)}
            seen={seenOf(properties)}
            judged={judgedOf(properties, judgements)}
            findings={props.findings}
            rows={state.live}
            parents={props.parents}
            formats={props.formats}
            isLive={isLive}
            onShow={menu.showProperties}
            onClose={() => {
              menu.showProperties(undefined)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
