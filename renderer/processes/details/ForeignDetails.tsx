/** Details of a process that nobody here has judged: what its file and its owner tell when asked. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import { FactList } from '../../parts/facts/FactList.tsx'
import { ProbeValue } from '../../parts/facts/ProbeValue.tsx'
import { shownMemory } from '../../../shared/model/process.ts'
import { Section } from '../../parts/Section.tsx'
import { dayAndTime } from '../../text/times.ts'
import { useWords } from '../../text/words-context.ts'
import type { Formats } from '../grid/formats.ts'
import type { Row } from '../process-rows.ts'
import { useExamined } from '../use-examined.ts'
import { DetailsFrame, type DetailsPlace } from './DetailsFrame.tsx'
import { ForeignFacts } from './ForeignFacts.tsx'

const useStyles = makeStyles({
  ended: {
    marginTop: '12px',
    padding: '8px 12px',
    borderRadius: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  failed: { marginTop: '12px', display: 'grid', gap: '6px', justifyItems: 'start' },
  wait: { justifyContent: 'start', marginTop: '16px' },
})

interface Props extends DetailsPlace {
  readonly bridge: InspectorBridge
  readonly row: Row
  readonly hasEnded: boolean
  readonly formats: Formats
}

export function ForeignDetails(props: Props) {
  const { bridge, row, hasEnded, formats, headingRef, onBack, onClose } = props
  const { t, language } = useWords()
  const styles = useStyles()
  const { examined, again } = useExamined(bridge, row)
  const { name, process } = row
  const { pid, startedAtUtc, counts } = process
  return (
    <DetailsFrame
      name={name === '' ? t('allProcesses.noName') : name}
      about={[t('processes.pid', { pid: String(pid) })]}
      headingRef={headingRef}
      onBack={onBack}
      onClose={onClose}
    >
      <p className="soft">{t('processes.notJudged')}</p>
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
          <div className={styles.failed}>
            <p>{t('allProcesses.pane.failed')}</p>
            <Button onClick={again}>{t('allProcesses.pane.again')}</Button>
          </div>
        )}
      </div>
      {examined.state === 'known' && <ForeignFacts process={examined.process} />}
      <Section title={t('allProcesses.pane.list')}>
        <FactList
          facts={[
            {
              name: t('processes.column.started'),
              values: [
                <ProbeValue
                  key="started"
                  probe={startedAtUtc}
                  show={(utc) => dayAndTime(language, utc)}
                />,
              ],
            },
            {
              name: t('processes.column.memory'),
              values: [
                <ProbeValue key="memory" probe={shownMemory(process)} show={formats.size} />,
              ],
            },
            {
              name: t('processes.column.session'),
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
    </DetailsFrame>
  )
}
