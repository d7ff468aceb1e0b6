/** "Services & startup": Apple's services on this PC, and what starts with Windows. */
import type { ViewProps } from '../frame/view-props.ts'
import { AutostartWords } from '../parts/facts/AutostartWords.tsx'
import { ServiceWords } from '../parts/facts/ServiceWords.tsx'
import { useWords } from '../text/words-context.ts'

export function ServicesView({ description, state }: ViewProps) {
  const { t } = useWords()
  const { inspection } = state
  const services = (inspection?.services ?? []).filter(
    ({ isInstalled }) => isInstalled.state !== 'known' || isInstalled.value,
  )
  const starting = (inspection?.autostart.processes ?? []).filter(
    ({ entries, state: autostart }) => entries.length > 0 || autostart === 'cannot-tell',
  )
  const nameOf = (processId: string) =>
    description.catalogue.processes.find(({ id }) => id === processId)?.imageName ?? processId
  return (
    <div className="page">
      <h1 className="title">{t('frame.view.services')}</h1>
      <h2 className="head">{t('frame.services.title')}</h2>
      {inspection === undefined && <p>{t('window.overview.looking')}</p>}
      {inspection !== undefined && services.length === 0 && <p>{t('frame.services.none')}</p>}
      {services.length > 0 && (
        <ul className="card rows">
          {services.map((service) => (
            <li key={service.keyName}>
              <b>{nameOf(service.processId)}</b>
              <p>
                <ServiceWords service={service} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <h2 className="head">{t('window.details.autostart')}</h2>
      {inspection !== undefined && starting.length === 0 && <p>{t('frame.services.noStartup')}</p>}
      {starting.length > 0 && (
        <ul className="card rows">
          {starting.map((autostart) => (
            <li key={autostart.processId}>
              <b>{nameOf(autostart.processId)}</b>
              <AutostartWords autostart={autostart} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
