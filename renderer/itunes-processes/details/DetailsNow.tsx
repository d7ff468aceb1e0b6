/** Whether a process runs now, whether that is as it should be, and its service. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { CatalogueProcess } from '../../../shared/catalogue/schema.ts'
import type { ProcessAutostart } from '../../../shared/model/autostart.ts'
import type { InspectedProcess } from '../../../shared/model/inspection.ts'
import type { CatalogueService } from '../../../shared/model/service.ts'
import { absenceWords } from '../../../shared/text/fact-words.ts'
import { AutostartWords } from '../../parts/facts/AutostartWords.tsx'
import { FactList } from '../../parts/facts/FactList.tsx'
import { ServiceWords } from '../../parts/facts/ServiceWords.tsx'
import { Section } from '../../parts/Section.tsx'
import { StatusSign, useStatusWord, type ShownStatus } from '../../parts/facts/StatusMark.tsx'
import { textFromData } from '../../text/text-from-data.ts'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  status: { display: 'flex', alignItems: 'center', gap: '8px' },
  absence: { marginTop: '4px' },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    marginTop: '4px',
  },
  facts: { marginTop: '8px' },
})

interface Props {
  readonly entry: CatalogueProcess
  readonly process: InspectedProcess | undefined
  readonly status: ShownStatus
  /** Those of the whole catalogue. */
  readonly services: readonly CatalogueService[]
  /** Undefined for a process that Windows is not meant to start at logon, and does not. */
  readonly autostart: ProcessAutostart | undefined
}

export function DetailsNow({ entry, process, status, services, autostart }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const count = process?.instances.length ?? 0
  const absence = status === 'not-running' ? process?.absence : undefined
  const own = services.filter(({ processId }) => processId === entry.id)
  return (
    <Section title={t('window.details.now')}>
      <p className={styles.status}>
        <StatusSign status={status} isMissed={absence?.isNormal === false} />
        {useStatusWord(status)}
        {count > 1 && ` · ${t('window.list.instances', { count })}`}
      </p>
      {absence && (
        <p className={styles.absence}>
          {absenceWords(words, absence)}{' '}
          {absence.isNormal !== null &&
            (absence.isNormal ? t('window.normal.sentenceYes') : t('window.normal.sentenceNo'))}
        </p>
      )}
      <p className={styles.soft}>{textFromData(words, `runs.${entry.runs}`, entry.runs)}</p>
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
    </Section>
  )
}

/** A service had several names over the years: those that are not here say nothing beside one that is. */
function shownServices(own: readonly CatalogueService[]): readonly CatalogueService[] {
  const here = own.filter(({ isInstalled }) => isInstalled.state !== 'known' || isInstalled.value)
  return here.length > 0 ? here : own.slice(0, 1)
}
