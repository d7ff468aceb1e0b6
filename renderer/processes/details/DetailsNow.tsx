/** When a process runs, how it starts with Windows, and its service. */
import { makeStyles } from '@fluentui/react-components'
import type { CatalogueProcess } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import type { ProcessAutostart } from '../../../shared/model/autostart.ts'
import type { CatalogueService } from '../../../shared/model/service.ts'
import { AutostartWords } from '../../parts/facts/AutostartWords.tsx'
import { FactList } from '../../parts/facts/FactList.tsx'
import { ServiceWords } from '../../parts/facts/ServiceWords.tsx'
import { textFromData } from '../../text/text-from-data.ts'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({ facts: { marginTop: '8px' } })

interface Props {
  readonly entry: CatalogueProcess
  /** Those of the whole catalogue. */
  readonly services: readonly CatalogueService[]
  /** Undefined for a process that Windows is not meant to start at logon, and does not. */
  readonly autostart: ProcessAutostart | undefined
}

export function DetailsNow({ entry, services, autostart }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const own = services.filter(({ processId }) => processId === entry.id)
  return (
    <>
      <p>{textFromData(words, `runs.${entry.runs}`, entry.runs)}</p>
      {(own.length > 0 || autostart) && (
        <div className={styles.facts}>
          <FactList
            facts={[
              {
                name: t('autostart.label'),
                values: autostart ? [<AutostartWords key="logon" autostart={autostart} />] : [],
              },
              {
                name: t('window.details.service'),
                values: shownServices(own).map((service) => (
                  <ServiceWords key={service.keyName} service={service} />
                )),
              },
            ]}
          />
        </div>
      )}
    </>
  )
}

/** A service had several names over the years: those that are not here say nothing beside one that is. */
function shownServices(own: readonly CatalogueService[]): readonly CatalogueService[] {
  const here = own.filter(({ isInstalled }) => isInstalled.state !== 'known' || isInstalled.value)
  return here.length > 0 ? here : own.slice(0, 1)
}
