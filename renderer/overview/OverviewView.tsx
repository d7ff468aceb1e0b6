/** The overview: the verdict with its one action, four doors, and what runs now. */
import { Copy16Regular, Save16Regular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { ViewProps } from '../view/view-props.ts'
import { later } from '../parts/later.tsx'
import { useCopied } from '../parts/use-copied.ts'
import { megabytes } from '../text/numbers.ts'
import { useWords } from '../text/words-context.ts'
import { Doors } from './Doors.tsx'
import { hasNothingOfApples, headline, isOnlyExplained, worstFinding } from './headline.ts'
import { RunningNow } from './RunningNow.tsx'
import { memoryOf, runningRows } from './running-rows.ts'
import { VerdictCard } from './VerdictCard.tsx'

const AlsoFound = later(async () => (await import('./AlsoFound.tsx')).AlsoFound)
const FailurePanel = later(async () => (await import('../parts/FailurePanel.tsx')).FailurePanel)
const FindingAction = later(async () => (await import('../parts/FindingCard.tsx')).FindingAction)
const ReportCommand = later(async () => (await import('./ReportCommand.tsx')).ReportCommand)
const SlowLook = later(async () => (await import('../parts/SlowLook.tsx')).SlowLook)

const copiedTexts = { copied: 'overview.copied', notCopied: 'overview.notCopied' } as const

export function OverviewView(props: ViewProps) {
  const { bridge, state, findings, source, inspection: controls, actions, go, search } = props
  const { pcFacts } = props
  const words = useWords()
  const { t } = words
  const { inspection, failure } = state
  const isLive = source.kind === 'this-pc'
  const rows = useMemo(
    () => (inspection === undefined ? [] : runningRows(words, inspection, findings)),
    [words, inspection, findings],
  )
  const shown = useMemo(
    () => headline(words, { inspection, failure }, findings, pcFacts),
    [words, inspection, failure, findings, pcFacts],
  )
  const { copy, copied } = useCopied(bridge.copyText, copiedTexts)
  const copySummary = async () => {
    if (inspection === undefined) return
    const { summaryText } = await import('./summary.ts')
    copy(
      t('overview.summary'),
      summaryText(words, props.description, inspection, findings, isLive ? undefined : source.name),
    )
  }
  const worst = failure === undefined ? worstFinding(findings) : undefined
  const isElsewhere = inspection !== undefined && isOnlyExplained(inspection, findings)
  const hasNothing = inspection !== undefined && hasNothingOfApples(inspection, pcFacts)
  const pc = isElsewhere ? 'not-windows' : hasNothing ? 'without-apple' : 'with-apple'
  const others = findings.filter(
    (finding) => finding !== worst && !(isElsewhere && finding.code === 'not-windows'),
  )
  const together = memoryOf(rows)
  return (
    <div className="page">
      {failure !== undefined && inspection === undefined && (
        <h1 className="title">{t('frame.view.overview')}</h1>
      )}
      {failure !== undefined && (
        <FailurePanel
          failure={failure}
          remark={inspection === undefined ? t('window.overview.unknownHint') : undefined}
          onRetry={controls.refresh}
          onCopy={bridge.copyText}
        />
      )}
      {(inspection !== undefined || failure === undefined) && (
        <VerdictCard
          headline={shown}
          inspection={inspection}
          tools={
            inspection !== undefined && (
              <>
                <button type="button" className="button" onClick={() => void copySummary()}>
                  <Copy16Regular aria-hidden /> {t('overview.copy')}
                </button>
                {isLive && (
                  <button
                    type="button"
                    className="button"
                    aria-keyshortcuts="Control+S"
                    onClick={actions.saveReport}
                  >
                    <Save16Regular aria-hidden /> {t('window.save.action')}
                  </button>
                )}
                <p className="told" role="status">
                  {copied}
                </p>
              </>
            )
          }
        >
          {shown.mood === 'good' && together !== undefined && (
            <p>{t('overview.memoryTogether', { memory: megabytes(words.language, together) })}</p>
          )}
          {worst !== undefined && <FindingAction finding={worst} isLive={isLive} bridge={bridge} />}
          {isElsewhere && (
            <div className="action buttons">
              <button
                type="button"
                className="button primary"
                onClick={() => {
                  go('reports')
                }}
              >
                {t('reports.open.title')}
              </button>
            </div>
          )}
          {inspection === undefined && controls.slowStage !== undefined && (
            <SlowLook stage={controls.slowStage} onCancel={controls.cancel} />
          )}
        </VerdictCard>
      )}
      {others.length > 0 && <AlsoFound findings={others} isLive={isLive} bridge={bridge} />}
      <Doors pc={pc} go={go} search={search} />
      {isElsewhere && <ReportCommand onCopy={bridge.copyText} />}
      {inspection !== undefined && pc === 'with-apple' && <RunningNow rows={rows} go={go} />}
    </div>
  )
}
