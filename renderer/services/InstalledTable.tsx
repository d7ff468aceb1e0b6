/** Apple's installations with their versions: what the installer noted, and packages of the Microsoft Store. */
import { mergeClasses } from '@fluentui/react-components'
import type { InstalledPackage } from '../../shared/model/pc-facts.ts'
import type { StorePackage } from '../../shared/model/places.ts'
import { storeApp } from '../../shared/judge/store-apps.ts'
import { storeAppName } from '../../shared/text/installed-names.ts'
import { packageName, packageNote } from '../../shared/text/pc-part-words.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import type { Words } from '../../shared/text/words.ts'
import { useWords } from '../text/words-context.ts'
import { useTableStyles } from './table-styles.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly note: string | null
  readonly version: string
}

interface Props {
  readonly packages: readonly InstalledPackage[]
  readonly storePackages: readonly StorePackage[]
  readonly labelledBy: string
}

export function InstalledTable({ packages, storePackages, labelledBy }: Props) {
  const words = useWords()
  const { t } = words
  const table = useTableStyles()
  const rows = [
    ...packages.map((one) => installed(words, one)),
    ...storePackages.map((one) => fromStore(words, one)),
  ]
  if (rows.length === 0) return <p>{t('services.installed.none')}</p>
  return (
    <table className={mergeClasses('card', table.table)} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col" className={table.head}>
            {t('services.column.program')}
          </th>
          <th scope="col" className={mergeClasses(table.head, table.number)}>
            {t('services.column.version')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, note, version }) => (
          <tr key={key} className={table.row}>
            <th scope="row" className={table.cell}>
              {name}
              {note !== null && <p className="soft">{note}</p>}
            </th>
            <td className={mergeClasses(table.cell, table.number)}>{version}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function installed(words: Words, one: InstalledPackage): Row {
  const { name, version, bits, hive } = one
  return {
    key: [name, bits, hive, version].join(' '),
    name: packageName(words, one),
    note: packageNote(words, one),
    version: shortText(version ?? ''),
  }
}

/** `AppleInc.AppleDevices_1.5.13.0_x64__nzyj5cx40ttqa` */
function fromStore(words: Words, one: StorePackage): Row {
  const app = storeApp(one)
  return {
    key: one.fullName,
    name: shortText(app === null ? one.familyName : storeAppName(words, app)),
    note: words.t('services.installed.store'),
    version: shortText(one.fullName.split('_')[1] ?? ''),
  }
}
