/** What do we know about this process on this PC just now? */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Instance, InspectedProcess } from '../../shared/model/inspection.ts'
import type { CatalogueProcess } from '../../shared/catalogue/schema.ts'
import { ProbeValue } from '../parts/ProbeValue.tsx'
import { Section } from '../parts/Section.tsx'
import { StatusSign, useStatusWord, type ShownStatus } from '../parts/StatusMark.tsx'
import { FactList } from '../parts/FactList.tsx'
import { textFromData } from '../text/text-from-data.ts'
import { dayAndTime } from '../text/times.ts'
import { useWords } from '../text/words-context.ts'

const useStyles = makeStyles({
  status: { display: 'flex', alignItems: 'center', gap: '8px' },
  instances: { display: 'grid', gap: '8px', marginTop: '8px' },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    marginTop: '4px',
  },
})

interface Props {
  readonly entry: CatalogueProcess
  readonly process: InspectedProcess | undefined
  readonly status: ShownStatus
}

export function DetailsNow({ entry, process, status }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const instances = process?.instances ?? []
  return (
    <Section title={t('window.details.now')}>
      <p className={styles.status}>
        <StatusSign status={status} />
        {useStatusWord(status)}
        {instances.length > 1 && ` · ${t('window.list.instances', { count: instances.length })}`}
      </p>
      <p className={styles.soft}>{textFromData(words, `runs.${entry.runs}`, entry.runs)}</p>
      {instances.length > 0 && (
        <ul className={styles.instances}>
          {instances.map((instance) => (
            <li key={instance.pid}>
              <InstanceFacts instance={instance} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function InstanceFacts({ instance }: { readonly instance: Instance }) {
  const { t, language } = useWords()
  const { pid, startedAtUtc, imagePath, trust } = instance
  return (
    <FactList
      facts={[
        { name: t('window.details.instance'), values: [pid] },
        {
          name: t('window.details.started'),
          values: [
            <ProbeValue key="at" probe={startedAtUtc} show={(utc) => dayAndTime(language, utc)} />,
          ],
        },
        {
          name: t('window.details.path'),
          values: [<ProbeValue key="path" probe={imagePath} show={(path) => path} />],
        },
        { name: t('window.details.real'), values: [t(`trust.${trust}`)] },
      ]}
    />
  )
}
