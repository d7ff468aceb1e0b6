/** The keys and what each does. */
import { useWords } from '../text/words-context.ts'
import { viewIds } from '../view/view-ids.ts'

const keys = [
  'views',
  'search',
  'keep',
  'refresh',
  'save',
  'openReport',
  'move',
  'open',
  'copy',
  'back',
  'zoom',
  'help',
] as const

export function KeyTable() {
  const { t } = useWords()
  return (
    <table className="key-table">
      <tbody>
        {keys.map((key) => (
          <tr key={key}>
            <th scope="row">{t(`shortcuts.keys.${key}`, { last: viewIds.length })}</th>
            <td>{t(`shortcuts.does.${key}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
