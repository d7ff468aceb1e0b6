/** Properties of one process: path, hash, signature, version, services, owner, command line, parents and children. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Instance } from '../../shared/model/inspection.ts'
import { DialogFrame, useDialogTitle } from '../parts/DialogFrame.tsx'
import { useCopied } from '../parts/use-copied.ts'
import { useWords } from '../text/words-context.ts'
import { VerdictPart } from './details/VerdictPart.tsx'
import { Family, familyOf } from './Family.tsx'
import type { Formats } from './grid/formats.ts'
import { HashValue } from './HashValue.tsx'
import type { Row } from './process-rows.ts'
import {
  generalFacts,
  serviceFacts,
  signatureTab,
  textOfFacts,
  type PropertyFact,
} from './property-facts.ts'
import { PropertyList } from './PropertyList.tsx'
import type { Judged, Seen } from './seen.ts'
import { useExamined } from './use-examined.ts'

const tabs = ['general', 'signature', 'services', 'family'] as const
type Tab = (typeof tabs)[number]

const useStyles = makeStyles({
  head: { padding: '20px 24px 0' },
  tabs: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 22px',
    marginTop: '10px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  tab: {
    minHeight: '36px',
    padding: '6px 0',
    border: '0',
    borderBottom: '2px solid transparent',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    '&[aria-selected="true"]': {
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      borderBottomColor: tokens.colorBrandBackground,
    },
  },
  body: { flex: '1 1 auto', minHeight: '200px', overflow: 'auto', padding: '14px 24px' },
  soft: { color: tokens.colorNeutralForeground2 },
  ended: {
    marginBottom: '12px',
    padding: '8px 12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '14px 24px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  close: { marginInlineStart: 'auto' },
})

interface Props {
  readonly bridge: InspectorBridge
  readonly row: Row
  readonly hasEnded: boolean
  readonly seen: Seen
  readonly judged: Judged | undefined
  readonly findings: readonly Finding[]
  /** What runs now. */
  readonly rows: readonly Row[]
  readonly parents: ReadonlyMap<string, Row>
  readonly formats: Formats
  readonly isLive: boolean
  /** The Properties of another. */
  readonly onShow: (row: Row) => void
  readonly onClose: () => void
}

const copiedTexts = { copied: 'processes.copied', notCopied: 'processes.notCopied' } as const

export function Properties(props: Props) {
  const { bridge, row, hasEnded, seen, judged, findings, rows, parents, formats, isLive } = props
  const { onShow, onClose } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const titleClass = useDialogTitle()
  const titleId = useId()
  const panelId = useId()
  const [tab, setTab] = useState<Tab>('general')
  const tabsRef = useRef<HTMLDivElement>(null)
  const { examined } = useExamined(bridge, row, !isLive || row.isAbsent)
  const process = examined.state === 'known' ? examined.process : judged?.process
  const instance =
    judged !== undefined && 'facts' in judged.process ? (judged.process as Instance) : undefined
  const { copy, copied } = useCopied(bridge.copyText, copiedTexts)
  const [sha256, setSha256] = useState<string>()

  const family = useMemo(() => familyOf(row, rows, parents), [row, rows, parents])
  const general = generalFacts(words, formats, {
    row,
    seen,
    process,
    isJudged: instance !== undefined,
    family,
  })
  const signature = signatureTab(words, process)
  const services = serviceFacts(words, seen)
  const counts: Partial<Record<Tab, number>> = {
    ...(seen.services.state === 'known' && { services: seen.services.value.length }),
    family: family.above.length + family.below.length,
  }
  const isGone = hasEnded || examined.state === 'ended'

  const walkTabs = (event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (way === undefined || (event.target as Element).getAttribute('role') !== 'tab') return
    event.preventDefault()
    const next = tabs.at((tabs.indexOf(tab) + way) % tabs.length) ?? 'general'
    setTab(next)
    tabsRef.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }
  const copyAll = () => {
    const all = [...general, ...signature, ...services]
    const hash: readonly PropertyFact[] =
      sha256 === undefined ? [] : [{ name: 'SHA-256', value: sha256 }]
    copy(row.name, [row.name, textOfFacts(words, [...all, ...hash])].join('\n'))
  }
  return (
    <DialogFrame
      titleId={titleId}
      widthPx={620}
      isClosedBy={({ key, altKey }) => altKey && key === 'Enter'}
      onKey={walkTabs}
      onClose={onClose}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={titleClass}>
          {row.name === '' ? t('allProcesses.noName') : row.name}
        </h2>
        <p className={styles.soft}>{t('processes.pid', { pid: String(row.process.pid) })}</p>
        <div ref={tabsRef} role="tablist" aria-labelledby={titleId} className={styles.tabs}>
          {tabs.map((id) => (
            <button
              key={id}
              type="button"
              role="tab"
              data-tab={id}
              aria-selected={id === tab}
              aria-controls={panelId}
              tabIndex={id === tab ? 0 : -1}
              className={styles.tab}
              onClick={() => {
                setTab(id)
              }}
            >
              {t(`processes.tab.${id}`)}
              {counts[id] !== undefined && ` ${formats.count(counts[id])}`}
            </button>
          ))}
        </div>
      </div>
      <div
        id={panelId}
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={titleId}
        className={styles.body}
      >
        <div role="status">
          {isGone && (
            <p className={styles.ended}>
              {t(process === undefined ? 'allProcesses.pane.gone' : 'allProcesses.pane.ended')}
            </p>
          )}
        </div>
        {tab === 'general' && (
          <>
            {instance && <VerdictPart process={instance} findings={findings} />}
            <PropertyList
              facts={general}
              last={
                seen.path.state === 'known' && isLive
                  ? {
                      name: 'SHA-256',
                      value: (
                        <HashValue
                          bridge={bridge}
                          pid={row.process.pid}
                          path={seen.path.value}
                          onHash={setSha256}
                        />
                      ),
                    }
                  : undefined
              }
            />
          </>
        )}
        {tab === 'signature' &&
          (process === undefined ? (
            <p className={styles.soft}>{t('allProcesses.pane.looking')}</p>
          ) : (
            <PropertyList facts={signature} />
          ))}
        {tab === 'services' && <PropertyList facts={services} />}
        {tab === 'family' && <Family family={family} onShow={onShow} />}
      </div>
      <div className={styles.foot}>
        <button type="button" className="button" onClick={copyAll}>
          {t('processes.copyAll')}
        </button>
        {isLive && seen.path.state === 'known' && (
          <button
            type="button"
            className="button"
            onClick={() => {
              bridge.showFile(row.process.pid).catch(() => {})
            }}
          >
            {t('processes.menu.showInFolder')}
          </button>
        )}
        <span role="status" className={styles.soft}>
          {copied}
        </span>
        <button type="button" className={`button primary ${styles.close}`} onClick={onClose}>
          {t('shortcuts.close')}
        </button>
      </div>
    </DialogFrame>
  )
}
