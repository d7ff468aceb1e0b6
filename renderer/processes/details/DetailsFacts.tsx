/** Where a process belongs: folder, signer, service, start, ports, Apple's lists. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type {
  Catalogue,
  CatalogueProcess,
} from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import { editionWords } from '../../../shared/text/edition-words.ts'
import { BreakablePath } from '../../parts/facts/Breakable.tsx'
import { FactList } from '../../parts/facts/FactList.tsx'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  layout: { display: 'block', color: tokens.colorNeutralForeground3 },
})

type Folder = CatalogueProcess['folders'][number]

const storeRoot = /^%StorePackage:([^%]+)%/

function FolderWords({ folder: { path, layout } }: { readonly folder: Folder }) {
  const { t } = useWords()
  const styles = useStyles()
  const readable = path.replace(storeRoot, (_, family: string) =>
    t('window.storePackage', { family }),
  )
  return (
    <>
      <BreakablePath path={readable} />
      {layout !== 'any' && <span className={styles.layout}>{t(`window.layout.${layout}`)}</span>}
    </>
  )
}

interface Props {
  readonly entry: CatalogueProcess
  readonly editions: Catalogue['editions']
}

export function DetailsFacts({ entry, editions }: Props) {
  const words = useWords()
  const { t } = words
  const { folders, signer, service, autostart, ports, id } = entry
  return (
    <FactList
      facts={[
        {
          name: t('window.details.lists'),
          values: editions.map((edition) => editionWords(words, edition, id)),
        },
        {
          name: t('window.details.folder'),
          values: folders.map((folder) => <FolderWords key={folder.path} folder={folder} />),
        },
        { name: t('window.details.signer'), values: signer ? [signer.commonName] : [] },
        {
          name: t('window.details.service'),
          values: service
            ? [service.keyNames.join(', '), t(`window.startType.${service.startType}`)]
            : [],
        },
        {
          name: t('window.details.autostart'),
          values: autostart
            ? [t('window.autostartAt', { hive: autostart.hive, value: autostart.valueName })]
            : [],
        },
        {
          name: t('window.details.ports'),
          values: ports.map(({ role, protocol, port }) =>
            t(`window.port.${role}`, { protocol, port }),
          ),
        },
      ]}
    />
  )
}
