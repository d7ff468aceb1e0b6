/** What Windows starts by itself of Apple's, and whether somebody disabled it. */
import { mergeClasses } from '@fluentui/react-components'
import { Clock20Regular, Power20Regular } from '@fluentui/react-icons'
import type { StartupFacts, StartupItem } from '../../shared/model/pc-facts.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import { startupPlaceWords, startupSwitchWords } from '../../shared/text/pc-part-words.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { dayOf } from '../text/times.ts'
import { useWords } from '../text/words-context.ts'
import { useRowStyles } from './row-styles.ts'

interface Props {
  readonly startup: StartupFacts
  readonly labelledBy: string
}

export function StartupCard({ startup: { items, read }, labelledBy }: Props) {
  const words = useWords()
  const { t } = words
  const unread = read.flatMap(({ place, read: probe }) =>
    probe.state === 'known' ? [] : [{ place, reason: reasonWords(words, probe.reason) }],
  )
  return (
    <>
      {items.length === 0 && unread.length < read.length && <p>{t('services.startup.none')}</p>}
      {items.length > 0 && (
        <ul className="card rows" aria-labelledby={labelledBy}>
          {items.map((item) => (
            <Item key={keyOf(item)} item={item} />
          ))}
        </ul>
      )}
      {unread.map(({ place, reason }) => (
        <p key={place} className="soft">
          {t('services.startup.notRead', { place: t(`services.startup.place.${place}`), reason })}
        </p>
      ))}
    </>
  )
}

const keyOf = ({ place, name, key, packageFamily }: StartupItem): string =>
  [place, key?.hive, key?.view, packageFamily, name].join(' ')

function Item({ item }: { readonly item: StartupItem }) {
  const words = useWords()
  const { t, language } = words
  const styles = useRowStyles()
  const { name, target, isTargetThere, maker, place } = item
  const isGone = isTargetThere.state === 'known' && !isTargetThere.value
  const Icon = place === 'scheduled-task' ? Clock20Regular : Power20Regular
  const notes = [
    startupPlaceWords(words, item),
    ...(target === null ? [] : [shortText(target.slice(target.lastIndexOf('\\') + 1))]),
    ...(isGone ? [t('services.startup.gone')] : []),
    ...(maker === 'other' ? [t('services.startup.other')] : []),
  ]
  return (
    <li className={styles.row}>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <b>{shortText(name)}</b>
        <p className="soft">{notes.join(' · ')}</p>
      </div>
      <span className={mergeClasses('soft', styles.end)}>
        {startupSwitchWords(words, item, (utc) => dayOf(language, utc))}
      </span>
    </li>
  )
}
