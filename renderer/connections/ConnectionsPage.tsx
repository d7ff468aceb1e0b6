/** The page of the Connections view. */
import { makeStyles } from '@fluentui/react-components'
import { useCallback, useMemo } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { overallWords } from '../../shared/text/connection-words.ts'
import { FailurePanel } from '../parts/FailurePanel.tsx'
import { useWords } from '../text/words-context.ts'
import { shownAnswer } from './answer.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { ArticlePorts } from './this-pc/ArticlePorts.tsx'
import { containerName, large, small } from './breakpoints.ts'
import { LoadingLines } from './LoadingLines.tsx'
import { Panel } from './Panel.tsx'
import { isWorthRetrying, serverRows } from './servers/server-rows.ts'
import { ServerTables } from './servers/ServerTables.tsx'
import { ThisPc } from './this-pc/ThisPc.tsx'
import type { ConnectionsControls } from './use-connections.ts'
import type { LocalConnections } from './use-local-connections.ts'
import { useOpenRows } from './servers/use-open-rows.ts'
import { wayOf } from './way/way.ts'

const useStyles = makeStyles({
  view: { containerType: 'inline-size', containerName },
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '20px',
    maxWidth: '1320px',
    margin: '0 auto',
    [large]: {
      gridTemplateColumns: 'minmax(0, 1fr) clamp(320px, 31%, 400px)',
      gridTemplateAreas: '"answer side" "servers side"',
      gridTemplateRows: 'auto 1fr',
      columnGap: '20px',
    },
    [small]: { gap: '16px' },
  },
  answer: { display: 'grid', gap: '12px', [large]: { gridArea: 'answer' } },
  side: { display: 'grid', gap: '20px', alignContent: 'start', [large]: { gridArea: 'side' } },
  servers: {
    display: 'grid',
    gap: '20px',
    alignContent: 'start',
    [large]: { gridArea: 'servers' },
  },
})

interface Props {
  readonly bridge: InspectorBridge
  readonly controls: ConnectionsControls
  /** Undefined where an opened report does not hold it. */
  readonly local: LocalConnections | undefined
  /** Out of an opened report: nothing can be looked at or checked. */
  readonly isRecorded?: boolean
  readonly onOpenSource: (sourceKey: string) => void
}

const noSources = {}

export function ConnectionsPage(props: Props) {
  const { bridge, controls, local, isRecorded = false, onOpenSource } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const { state, check, cancel, describe } = controls
  const { description, results, running, failure } = state
  const rows = useMemo(
    () => serverRows({ description, results, running }),
    [description, results, running],
  )
  const answer = useMemo(
    () =>
      state.check === undefined || running !== undefined || failure !== undefined
        ? undefined
        : shownAnswer(state.check, rows),
    [state.check, rows, running, failure],
  )
  const links = useMemo(
    () => wayOf(rows, answer?.overall, running !== undefined),
    [rows, answer, running],
  )
  const retryIds = rows.filter(isWorthRetrying).map(({ endpoint }) => endpoint.id)
  const openRows = useOpenRows()
  const checkAll = useCallback(() => {
    check(null)
  }, [check])
  const tryOne = useCallback(
    (endpointId: string) => {
      check([endpointId])
    },
    [check],
  )
  const sources = description.state === 'ready' ? description.value.sources : noSources
  const access = { sources, onOpenSource }
  return (
    <section className={styles.view} aria-label={t('connectionView.title')}>
      <div className="spoken-only" role="status">
        {answer &&
          !isRecorded &&
          t('connectionView.answer.announceEnd', {
            answer: overallWords(words, answer.overall).title,
          })}
        {failure && t('connectionView.answer.announceFailed')}
      </div>
      <div className={styles.page}>
        <div className={styles.answer}>
          {failure && (
            <FailurePanel failure={failure} onRetry={checkAll} onCopy={bridge.copyText} />
          )}
          <AnswerCard
            state={state}
            answer={answer}
            links={links}
            retryCount={retryIds.length}
            onCheck={checkAll}
            onRetry={() => {
              check(retryIds)
            }}
            onCancel={cancel}
            onShow={openRows.show}
            isRecorded={isRecorded}
          />
        </div>
        <div className={styles.side}>
          {local === undefined ? (
            <Panel title={t('connectionView.thisPc.title')}>
              <p>{t('services.notHeld')}</p>
            </Panel>
          ) : (
            <ThisPc
              look={local.state}
              onLook={isRecorded ? undefined : local.look}
              onCopy={bridge.copyText}
              {...access}
            />
          )}
        </div>
        <div className={styles.servers}>
          {description.state === 'waiting' && (
            <Panel title={t('connections.group.apple')}>
              <LoadingLines label={t('connectionView.servers.loading')} count={8} />
            </Panel>
          )}
          {description.state === 'failed' && (
            <FailurePanel
              failure={description.failure}
              onRetry={describe}
              onCopy={bridge.copyText}
            />
          )}
          {description.state === 'ready' && (
            <>
              <ServerTables
                rows={rows}
                hasChecked={answer !== undefined}
                openRows={openRows}
                onTry={running === undefined && !isRecorded ? tryOne : undefined}
                {...access}
              />
              <ArticlePorts
                ports={description.value.ports}
                remark={description.value.remark}
                {...access}
              />
            </>
          )}
        </div>
      </div>
    </section>
  )
}
