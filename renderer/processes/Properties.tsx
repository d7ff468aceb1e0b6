/** Properties of one process: path, hash, signature, version, services, owner, command line, parents and children. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Instance } from '../../shared/model/inspection.ts'
import { useCopied } from '../parts/use-copied.ts'
import { useWords } from '../text/words-context.ts'
import { VerdictPart } from './details/VerdictPart.tsx'
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
import type { Judged, Seen } from './seen.ts'
import { useExamined } from './use-examined.ts'

const tabs = ['general', 'signature', 'services', 'family'] as const
type Tab = (typeof tabs)[number]

const useStyles = makeStyles({
  dialog: {
    width: 'min(620px, calc(100vw - 24px))',
    maxHeight: 'calc(100vh - 32px)',
    padding: '0',
    flexDirection: 'column',
    '&[open]': { display: 'flex' },
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '8px',
    boxShadow: tokens.shadow64,
    '&::backdrop': { backgroundColor: 'rgb(0 0 0 / 40%)' },
  },
  head: { padding: '20px 24px 0' },
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  },
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
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(88px, 128px) minmax(0, 1fr)',
    gap: '8px 20px',
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  soft: { color: tokens.colorNeutralForeground2 },
  ended: {
    marginBottom: '12px',
    padding: '8px 12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  family: { display: 'grid', gap: '4px', justifyItems: 'start' },
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
  const titleId = useId()
  const panelId = useId()
  // Before anything in here takes the focus.
  const [before] = useState(() => document.activeElement)
  const [tab, setTab] = useState<Tab>('general')
  const ref = useRef<HTMLDialogElement>(null)
  const { examined } = useExamined(bridge, row, !isLive || row.isAbsent)
  const process = examined.state === 'known' ? examined.process : judged?.process
  const instance =
    judged !== undefined && 'facts' in judged.process ? (judged.process as Instance) : undefined
  const { copy, copied } = useCopied(bridge.copyText, copiedTexts)
  const [sha256, setSha256] = useState<string>()

  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [before])

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

  const onKeyDown = (event: KeyboardEvent) => {
    // The window's own keys mean nothing while this is open.
    event.stopPropagation()
    if (event.key === 'Escape' || (event.altKey && event.key === 'Enter')) {
      event.preventDefault()
      onClose()
      return
    }
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (way === undefined || (event.target as Element).getAttribute('role') !== 'tab') return
    event.preventDefault()
    const next = tabs.at((tabs.indexOf(tab) + way) % tabs.length) ?? 'general'
    setTab(next)
    ref.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }
  const copyAll = () => {
    const all = [...general, ...signature, ...services]
    const hash: readonly PropertyFact[] =
      sha256 === undefined ? [] : [{ name: 'SHA-256', value: sha256 }]
    copy(row.name, [row.name, textOfFacts(words, [...all, ...hash])].join('\n'))
  }
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={onClose}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {row.name === '' ? t('allProcesses.noName') : row.name}
        </h2>
        <p className={styles.soft}>{t('processes.pid', { pid: String(row.process.pid) })}</p>
        <div role="tablist" aria-labelledby={titleId} className={styles.tabs}>
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
            <Facts facts={general} />
            {seen.path.state === 'known' && isLive && (
              <dl className={styles.facts}>
                <dt className={styles.name}>SHA-256</dt>
                <dd className={styles.value}>
                  <HashValue
                    bridge={bridge}
                    pid={row.process.pid}
                    path={seen.path.value}
                    onHash={setSha256}
                  />
                </dd>
              </dl>
            )}
          </>
        )}
        {tab === 'signature' &&
          (process === undefined ? (
            <p className={styles.soft}>{t('allProcesses.pane.looking')}</p>
          ) : (
            <Facts facts={signature} />
          ))}
        {tab === 'services' && <Facts facts={services} />}
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
        <button
          type="button"
          className={`button primary ${styles.close}`}
          autoFocus
          onClick={onClose}
        >
          {t('shortcuts.close')}
        </button>
      </div>
    </dialog>
  )
}

function Facts({ facts }: { readonly facts: readonly PropertyFact[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.facts} style={{ marginTop: 12, marginBottom: 8 }}>
      {facts.map(({ name, value, isMono, isUnknown }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className={styles.name}>{name}</dt>
          <dd
            className={[
              styles.value,
              isMono === true ? styles.mono : '',
              isUnknown === true ? styles.soft : '',
            ].join(' ')}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export interface Relatives {
  /** The parent first, then its own. */
  readonly above: readonly Row[]
  readonly below: readonly Row[]
}

/** More than anybody reads. */
const mostRelatives = 500

function familyOf(row: Row, rows: readonly Row[], parents: ReadonlyMap<string, Row>): Relatives {
  const above: Row[] = []
  let next = parents.get(row.key)
  while (next !== undefined && above.length < mostRelatives) {
    above.push(next)
    next = parents.get(next.key)
  }
  const below = rows.filter((one) => parents.get(one.key)?.key === row.key)
  return { above, below: below.slice(0, mostRelatives) }
}

function Family({
  family: { above, below },
  onShow,
}: {
  readonly family: Relatives
  readonly onShow: (row: Row) => void
}) {
  const { t } = useWords()
  const styles = useStyles()
  const links = (some: readonly Row[]) =>
    some.map((one) => (
      <li key={one.key}>
        <button
          type="button"
          className="link"
          onClick={() => {
            onShow(one)
          }}
        >
          {t('processes.namePid', { name: one.name, pid: String(one.process.pid) })}
        </button>
      </li>
    ))
  return (
    <div className={styles.family}>
      <h3 className="head">{t('processes.family.above')}</h3>
      {above.length === 0 ? (
        <p className={styles.soft}>{t('processes.family.noneAbove')}</p>
      ) : (
        <ul>{links(above)}</ul>
      )}
      <h3 className="head">{t('processes.family.below')}</h3>
      {below.length === 0 ? (
        <p className={styles.soft}>{t('processes.family.noneBelow')}</p>
      ) : (
        <ul>{links(below)}</ul>
      )}
    </div>
  )
}
