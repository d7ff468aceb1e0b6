/** "Services & startup": what needs somebody, Apple's services, what starts with Windows, installations, and the USB driver. */
import { makeStyles, Spinner } from '@fluentui/react-components'
import { useId, useMemo, type ReactNode } from 'react'
import { probeWords } from '../../shared/text/pc-part-words.ts'
import { viewOfFinding } from '../view/badges.ts'
import type { ViewProps } from '../view/view-props.ts'
import { FindingCard } from '../parts/FindingCard.tsx'
import { LevelSign } from '../parts/LevelSign.tsx'
import { PcFactsFailure } from '../view/PcFactsFailure.tsx'
import { useWords } from '../text/words-context.ts'
import { InstalledTable } from './InstalledTable.tsx'
import { serviceRows } from './service-rows.ts'
import { ServiceTable } from './ServiceTable.tsx'
import { StartupCard } from './StartupCard.tsx'
import { ToolLink } from './ToolLink.tsx'
import { UsbCard } from './UsbCard.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '0 20px',
    '@media (max-width: 1079px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  head: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  end: { marginInlineStart: 'auto' },
})

export function ServicesView(props: ViewProps) {
  const { bridge, description, source, state, findings, pcFacts: facts } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const isLive = source.kind === 'this-pc'
  const ours = useMemo(
    () => findings.filter(({ code }) => viewOfFinding(code) === 'services'),
    [findings],
  )
  const services = facts?.services.state === 'known' ? facts.services.value : undefined
  const rows = useMemo(
    () => services && serviceRows(services, description.catalogue, ours),
    [services, description.catalogue, ours],
  )
  const store = state.inspection?.places.storePackages
  return (
    <div className="page">
      <h1 className="title">{t('frame.view.services')}</h1>
      {ours.length > 0 && (
        <div className="stack">
          {ours.map((finding, index) => (
            <FindingCard
              key={`${finding.code} ${finding.subject} ${index}`}
              finding={finding}
              bridge={bridge}
              isLive={isLive}
            />
          ))}
        </div>
      )}
      <PcFactsFailure {...props} />
      {facts === undefined && props.pcFailure === undefined && (
        <p role="status" className="card remark">
          {isLive ? <Spinner size="tiny" aria-hidden /> : <LevelSign level="info" />}
          {t(isLive ? 'services.looking' : 'services.notHeld')}
        </p>
      )}
      {facts !== undefined && (
        <>
          <Part title={t('services.title')} count={rows?.length}>
            {(labelledBy) =>
              rows === undefined ? (
                <p>{probeWords(words, facts.services, () => '')}</p>
              ) : rows.length === 0 ? (
                <p>{t('services.none')}</p>
              ) : (
                <ServiceTable rows={rows} labelledBy={labelledBy} />
              )
            }
          </Part>
          <div className={styles.columns}>
            <div>
              <Part
                title={t('services.startup.title')}
                count={facts.startup.items.length}
                end={<ToolLink tool="startup-apps" bridge={bridge} isLive={isLive} />}
              >
                {(labelledBy) => <StartupCard startup={facts.startup} labelledBy={labelledBy} />}
              </Part>
              <Part title={t('services.usb.title')}>
                {(labelledBy) => <UsbCard facts={facts} labelledBy={labelledBy} />}
              </Part>
            </div>
            <Part
              title={t('services.installed.title')}
              end={<ToolLink tool="installed-apps" bridge={bridge} isLive={isLive} />}
            >
              {(labelledBy) =>
                facts.packages.state === 'known' ? (
                  <InstalledTable
                    packages={facts.packages.value}
                    storePackages={store?.state === 'known' ? store.value : []}
                    labelledBy={labelledBy}
                  />
                ) : (
                  <p>{probeWords(words, facts.packages, () => '')}</p>
                )
              }
            </Part>
          </div>
        </>
      )}
    </div>
  )
}

interface PartProps {
  readonly title: string
  readonly count?: number | undefined
  readonly end?: ReactNode
  /** @param labelledBy id of the heading */
  readonly children: (labelledBy: string) => ReactNode
}

function Part({ title, count, end, children }: PartProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className="head" id={id}>
          {title}
        </h2>
        {count !== undefined && count > 0 && <small className="soft">{count}</small>}
        <span className={styles.end}>{end}</span>
      </div>
      {children(id)}
    </section>
  )
}
