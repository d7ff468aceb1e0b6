/** The page of the Connections view: the way, what is wrong with its one action, servers, and this PC's own side. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useCallback, useMemo } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { overallWords } from '../../shared/text/connection-words.ts'
import { FailurePanel } from '../parts/FailurePanel.tsx'
import { FindingCard } from '../parts/FindingCard.tsx'
import { useWords } from '../text/words-context.ts'
import { isFaultless, shownAnswer } from './answer.ts'
import { containerName, large } from './breakpoints.ts'
import { CheckHead } from './CheckHead.tsx'
import { LoadingLines } from './LoadingLines.tsx'
import { Panel } from './Panel.tsx'
import { isTrouble, isWorthRetrying, serverRows } from './servers/server-rows.ts'
import { ServerGroups } from './servers/ServerGroups.tsx'
import { ArticlePorts } from './this-pc/ArticlePorts.tsx'
import { ThisPc } from './this-pc/ThisPc.tsx'
import type { ConnectionsControls } from './use-connections.ts'
import type { LocalConnections } from '../inspection/use-local-connections.ts'
import { useTextStyles } from '../theme/text-styles.ts'
import { wayOf } from './way/way.ts'
import { WayCard } from './WayCard.tsx'

const useStyles = makeStyles({
  view: { containerType: 'inline-size', containerName },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '20px',
    marginTop: '22px',
    [large]: { gridTemplateColumns: 'minmax(0, 1fr) 340px', alignItems: 'start' },
  },
  servers: { display: 'grid', gap: '20px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px' },
  title: { marginTop: 0 },
  retry: { marginInlineStart: 'auto' },
})

interface Props {
  readonly bridge: InspectorBridge
  readonly controls: ConnectionsControls
  /** Undefined where an opened report does not hold it. */
  readonly local: LocalConnections | undefined
  /** Those that are dealt with here, the worst first. */
  readonly findings: readonly Finding[]
  /** Out of an opened report: nothing can be looked at or checked. */
  readonly isRecorded?: boolean
  readonly onOpenSource: (sourceKey: string) => void
}

const noSources = {}

export function ConnectionsPage(props: Props) {
  const { bridge, controls, local, findings, isRecorded = false, onOpenSource } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
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
  // What a check came to is no finding while the next one runs, and a faultless one has its words beside the way.
  const shown = findings.filter(
    ({ code }) => code !== 'connections' || (answer !== undefined && !isFaultless(answer)),
  )
  const retryIds = rows.filter(isWorthRetrying).map(({ endpoint }) => endpoint.id)
  // To try again all that there is would be the same as to check again.
  const canRetry = answer !== undefined && retryIds.length > 0 && retryIds.length < answer.total
  const look = local?.look
  const checkAll = useCallback(() => {
    look?.()
    check(null)
  }, [look, check])
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
      <CheckHead
        state={state}
        isPrimary={answer === undefined && shown.length === 0}
        isRecorded={isRecorded}
        onCheck={checkAll}
        onCancel={cancel}
      />
      <div className="stack">
        {failure && <FailurePanel failure={failure} onRetry={checkAll} onCopy={bridge.copyText} />}
        <WayCard state={state} answer={answer} links={links} isRecorded={isRecorded} />
        {shown.map((finding, index) => (
          <FindingCard
            key={JSON.stringify(finding)}
            finding={finding}
            bridge={bridge}
            isLive={!isRecorded}
            isPrimary={index === 0}
          >
            {finding.code === 'connections' &&
              answer !== undefined &&
              answer.issuers.length > 0 && (
                <p className={mergeClasses(text.strong, text.foreign)}>
                  {t('connectionView.answer.readBy', { issuer: answer.issuers.join(', ') })}
                </p>
              )}
          </FindingCard>
        ))}
      </div>
      <div className={styles.columns}>
        <div className={styles.servers}>
          <section aria-labelledby="servers">
            <div className={styles.head}>
              <h2 id="servers" className={mergeClasses('head', styles.title)}>
                {t('connectionView.servers.title')}
                {answer !== undefined && (
                  <small className={text.figures}>
                    {t('connectionView.answer.reached', {
                      reached: answer.reached,
                      total: answer.total,
                    })}
                  </small>
                )}
              </h2>
              {canRetry && !isRecorded && (
                <button
                  type="button"
                  className={mergeClasses('link', styles.retry)}
                  onClick={() => {
                    check(retryIds)
                  }}
                >
                  {rows.some(isTrouble)
                    ? t('connectionView.answer.retry', { count: retryIds.length })
                    : t('connectionView.answer.rest', { count: retryIds.length })}
                </button>
              )}
            </div>
            {description.state === 'waiting' && (
              <div className="card">
                <LoadingLines label={t('connectionView.servers.loading')} count={8} />
              </div>
            )}
            {description.state === 'failed' && (
              <FailurePanel
                failure={description.failure}
                onRetry={describe}
                onCopy={bridge.copyText}
              />
            )}
            {description.state === 'ready' && (
              <ServerGroups
                rows={rows}
                hasChecked={answer !== undefined}
                onTry={running === undefined && !isRecorded ? tryOne : undefined}
                {...access}
              />
            )}
          </section>
          {description.state === 'ready' && (
            <ArticlePorts
              ports={description.value.ports}
              remark={description.value.remark}
              {...access}
            />
          )}
        </div>
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
    </section>
  )
}
