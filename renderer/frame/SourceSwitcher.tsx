/** The source switcher: whose facts the window shows, when they were taken, and what else may be shown. */
import {
  ChevronDown20Regular,
  Desktop20Regular,
  DocumentSearch20Regular,
} from '@fluentui/react-icons'
import type { Words } from '../../shared/text/texts.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { MenuButton, type MenuItem } from '../parts/MenuButton.tsx'
import { clockTime } from '../text/times.ts'
import { useWords } from '../text/words-context.ts'
import { sourceName, takenAt } from '../view/source-words.ts'
import type { Source, SourceChoice } from '../view/sources.ts'

function sourceState(words: Words, source: Source, live: InspectionState): string {
  const { t } = words
  if (source.kind === 'many') return t('frame.source.count', { count: source.count ?? 0 })
  if (source.kind !== 'this-pc') {
    const kind = t(`frame.source.kind.${source.kind}`)
    const time = source.takenAtUtc === undefined ? '' : takenAt(words, source.takenAtUtc)
    return time === '' ? kind : `${kind} · ${time}`
  }
  const { inspection, failure, isPaused } = live
  if (inspection === undefined) return t(failure ? 'frame.source.failed' : 'frame.source.first')
  const time = clockTime(inspection.takenAtUtc)
  if (isPaused) return t('frame.source.paused', { time })
  return failure ? t('frame.source.old', { time }) : t('frame.source.live', { time })
}

interface Props {
  readonly sources: SourceChoice
  /** Of this PC. */
  readonly live: InspectionState
  readonly onRefresh: () => void
  readonly onPause: () => void
  readonly onResume: () => void
}

export function SourceSwitcher({ sources, live, onRefresh, onPause, onResume }: Props) {
  const words = useWords()
  const { t } = words
  const { chosen, all } = sources
  const isLive = chosen.kind === 'this-pc'
  const items: readonly MenuItem[] = [
    ...all.map((source) => ({
      id: source.id,
      name: sourceName(words, source),
      ...(source.kind === 'list' && { aside: clockTime(source.takenAtUtc ?? '') }),
      isChosen: source === chosen,
      onChoose: () => {
        sources.choose(source.id)
      },
    })),
    ...(isLive
      ? [
          { id: 'refresh', name: t('frame.source.refresh'), aside: 'F5', onChoose: onRefresh },
          live.isPaused
            ? { id: 'pause', name: t('window.header.resume'), onChoose: onResume }
            : { id: 'pause', name: t('window.header.pause'), onChoose: onPause },
        ]
      : [
          {
            id: 'close',
            name: t('frame.source.close'),
            onChoose: () => {
              sources.close(chosen.id)
            },
          },
        ]),
  ]
  return (
    <MenuButton className="switcher" items={items}>
      {isLive ? <Desktop20Regular aria-hidden /> : <DocumentSearch20Regular aria-hidden />}
      <span className="word switcher-text">
        <b>{sourceName(words, chosen)}</b>
        <small data-live={isLive && !live.isPaused && live.failure === undefined}>
          {sourceState(words, chosen, live)}
        </small>
      </span>
      <ChevronDown20Regular className="chevron" aria-hidden />
    </MenuButton>
  )
}
