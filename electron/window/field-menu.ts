/** The menu of a text field and of chosen text, as Windows has it: pasting by mouse is how many people paste. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Words } from '../../shared/text/texts.ts'

type Asked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>

/** Elsewhere the page has menus of its own, or there is nothing to do. */
export function hasFieldMenu({ isEditable, selectionText }: Asked): boolean {
  return isEditable || selectionText.trim() !== ''
}

export function fieldMenu(
  { t }: Pick<Words, 't'>,
  { isEditable, editFlags }: Asked,
): readonly MenuItemConstructorOptions[] {
  const item = (
    role: 'undo' | 'cut' | 'copy' | 'paste' | 'delete' | 'selectAll',
    enabled: boolean,
  ): MenuItemConstructorOptions => ({ role, label: t(`window.field.${role}`), enabled })
  const copy = item('copy', editFlags.canCopy)
  if (!isEditable) return [copy]
  return [
    item('undo', editFlags.canUndo),
    { type: 'separator' },
    item('cut', editFlags.canCut),
    copy,
    item('paste', editFlags.canPaste),
    item('delete', editFlags.canDelete),
    { type: 'separator' },
    item('selectAll', editFlags.canSelectAll),
  ]
}
