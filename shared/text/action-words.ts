/** The words of an action: what to do, what its command does, and how to undo it. */
import type { ActionId, FindingAction } from '../judge/findings/actions.ts'
import type { WindowsTool } from '../model/action.ts'
import type { Words } from './words.ts'
import { subjectWords } from './fact-words.ts'

export interface ActionWords {
  readonly text: string
  /** What the button says that opens Windows's tool; null where there is none to open. */
  readonly opens: string | null
  readonly command: string | null
  /** What the command does; null without a command. */
  readonly commandDoes: string | null
  /** Null where nothing is changed, or nothing needs undoing. */
  readonly undo: string | null
  /** Says that an administrator is needed; null where none is. */
  readonly needsAdmin: string | null
}

export function actionWords(words: Words, action: FindingAction): ActionWords {
  const { t, has } = words
  const { id, opens, command, needsAdmin } = action
  const values = Object.fromEntries(
    Object.entries(action.values).map(
      ([name, value]) => [name, subjectWords(words, value)] as const,
    ),
  )
  const maybe = (key: string): string | null => (has(key) ? t(key, values) : null)
  return {
    text: actionText(words, id, values),
    opens: opens === null ? null : toolWords(words, opens),
    command,
    commandDoes: command === null ? null : maybe(`action.item.${id}.command`),
    undo: maybe(`action.item.${id}.undo`),
    needsAdmin: needsAdmin
      ? [t('action.needsAdmin'), ...(command === null ? [] : [t('action.asAdmin')])].join(' ')
      : null,
  }
}

/** What is left after a walk begins with what the walk came to: nobody says "in order" of what was not looked at. */
function actionText({ t, has }: Words, id: ActionId, values: Readonly<Record<string, string>>) {
  const does = t(`action.item.${id}.do`, values)
  const { seen, asAdmin } = values
  if (seen === undefined) return does
  const own = `action.item.${id}.verdict`
  if (seen === 'all') return `${has(own) ? t(own) : t('doctor.verdict.in-order')} ${does}`
  const other = `action.item.${id}.unseen`
  return [
    t('doctor.verdict.not-all'),
    ...(asAdmin === undefined ? [] : [t('doctor.verdict.as-admin')]),
    has(other) ? t(other) : does,
  ].join(' ')
}

/** What the button says that opens one of Windows's tools. */
export function toolWords({ t }: Words, tool: WindowsTool): string {
  return t(`action.tool.${tool}`)
}
