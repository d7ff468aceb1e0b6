/** The pane of one process. Its numbers from the list, and what its file and its owner tell when asked. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular, Dismiss20Regular } from '@fluentui/react-icons'
import type { KeyboardEvent, Ref } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { FactList } from '../parts/facts/FactList.tsx'
import { ProbeValue } from '../parts/facts/ProbeValue.tsx'
import { Section } from '../parts/Section.tsx'
import { dayAndTime } from '../text/times.ts'
import { useWords } from '../text/words-context.ts'
import type { Formats } from './grid/formats.ts'
import { PaneFacts } from './PaneFacts.tsx'
import type { Row } from './process-rows.ts'
import { useExamined } from './use-examined.ts'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  back: { marginBottom: '8px', marginInlineStart: '-8px' },
  name: {
    flexGrow: 1,
    minWidth: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
    // Beside the button, whose room is taller than a line.
    paddingTop: '5px',
  },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  ended: {
    marginTop: '12px',
    padding: '8px 12px',
    borderRadius: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  entry: { marginTop: '12px', display: 'grid', gap: '6px', justifyItems: 'start' },
  wait: { justifyContent: 'start', marginTop: '16px' },
})

interface Props {
  readonly bridge: InspectorBridge
  readonly row: Row
  readonly hasEnded: boolean
  readonly formats: Formats
  /** The pane lies over the list instead of beside it. */
  readonly isAlone: boolean
  readonly headingRef: Ref<HTMLHeadingElement>
  readonly onClose: () => void
  readonly onOpenEntry: (id: string) => void
}

export function ProcessPane(props: Props) {
  const { bridge, row, hasEnded, formats, isAlone, headingRef, onClose, onOpenEntry } = props
  const { t, language } = useWords()
  const styles = useStyles()
  const { examined, again } = useExamined(bridge, row)
  const { name, entry } = row
  const { pid, startedAtUtc, workingSetBytes, counts } = row.process
  const shownName = name === '' ? t('allProcesses.noName') : name

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  return (
    <article aria-label={t('allProcesses.row', { name: shownName, pid })} onKeyDown={onKeyDown}>
      {isAlone && (
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          onClick={onClose}
        >
          {t('allProcesses.pane.back')}
        </Button>
      )}
      <div className={styles.head}>
        <h2 ref={headingRef} tabIndex={-1} className={styles.name}>
          {shownName}
        </h2>
        {!isAlone && (
          <Button
            appearance="subtle"
            icon={<Dismiss20Regular />}
            aria-label={t('allProcesses.pane.close')}
            title={t('allProcesses.pane.close')}
            onClick={onClose}
          />
        )}
      </div>
      <p className={styles.soft}>{t('allProcesses.pane.process', { pid })}</p>
      {entry && (
        <div className={styles.entry}>
          <p className={styles.soft}>{t('allProcesses.pane.entryHint')}</p>
          <Button
            onClick={() => {
              onOpenEntry(entry.id)
            }}
          >
            {t('allProcesses.pane.entry')}
          </Button>
        </div>
      )}
      <div role="status">
        {examined.state === 'looking' && !hasEnded && (
          <Spinner className={styles.wait} size="tiny" label={t('allProcesses.pane.looking')} />
        )}
        {(hasEnded || examined.state === 'ended') && (
          <p className={styles.ended}>
            {t(examined.state === 'known' ? 'allProcesses.pane.ended' : 'allProcesses.pane.gone')}
          </p>
        )}
        {examined.state === 'failed' && !hasEnded && (
          <div className={styles.entry}>
            <p>{t('allProcesses.pane.failed')}</p>
            <Button onClick={again}>{t('allProcesses.pane.again')}</Button>
          </div>
        )}
      </div>
      {examined.state === 'known' && <PaneFacts process={examined.process} />}
      <Section title={t('allProcesses.pane.list')}>
        <FactList
          facts={[
            {
              name: t('allProcesses.column.started'),
              values: [
                <ProbeValue
                  key="started"
                  probe={startedAtUtc}
                  show={(utc) => dayAndTime(language, utc)}
                />,
              ],
            },
            {
              name: t('allProcesses.column.memory'),
              values: [<ProbeValue key="memory" probe={workingSetBytes} show={formats.size} />],
            },
            {
              name: t('allProcesses.column.session'),
              values: [
                <ProbeValue
                  key="session"
                  probe={counts}
                  show={({ sessionId }) => formats.count(sessionId)}
                />,
              ],
            },
          ]}
        />
      </Section>
    </article>
  )
}
