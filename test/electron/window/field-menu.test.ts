/** Does the menu of a text field offer what can be done there, and nothing else? */
import { describe, expect, test } from 'vitest'
import { fieldMenu, hasFieldMenu } from '../../../electron/window/field-menu.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

const editFlags = {
  canUndo: true,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: true,
  canDelete: false,
  canSelectAll: true,
  canEditRichly: false,
}

describe('the menu of a text field', () => {
  test('has what Windows has, in its order, and offers only what can be done', () => {
    const menu = fieldMenu(wordsIn('en'), { isEditable: true, selectionText: '', editFlags })
    expect(menu.map(({ label, enabled }) => label && `${label} ${String(enabled)}`)).toEqual([
      'Undo true',
      undefined,
      'Cut false',
      'Copy false',
      'Paste true',
      'Delete false',
      undefined,
      'Select all true',
    ])
  })

  test.each(supportedLanguages)('speaks %s, no two items alike', (language) => {
    const menu = fieldMenu(wordsIn(language), { isEditable: true, selectionText: '', editFlags })
    const labels = menu.flatMap(({ label }) => (label === undefined ? [] : [label]))
    expect(new Set(labels).size).toBe(6)
  })
})

test('chosen text can be copied; where nothing is chosen there is no menu', () => {
  const chosen = { isEditable: false, selectionText: 'mDNSResponder.exe', editFlags }
  expect(fieldMenu(wordsIn('sv'), chosen).map(({ role, label }) => [role, label])).toEqual([
    ['copy', 'Kopiera'],
  ])
  expect(hasFieldMenu(chosen)).toBe(true)
  expect(hasFieldMenu({ ...chosen, selectionText: ' \n' })).toBe(false)
  expect(hasFieldMenu({ ...chosen, selectionText: '', isEditable: true })).toBe(true)
})
