/** Is the hosts file looked for where Windows looks for it? */
import { expect, test } from 'vitest'
import { readHostsFolder } from '../../../../electron/win32/network/hosts-folder.ts'
import type { RegistryValue } from '../../../../electron/win32/bytes/read-registry-value.ts'
import { denied, known } from '../../../../shared/model/probe.ts'

const folderFor = (value: RegistryValue | null) =>
  readHostsFolder('D:\\Windows', () => known(value))
const standard = known('D:\\Windows\\System32\\drivers\\etc')
const expandable = (text: string) => ({ kind: 'expandable-text', text }) as const
const unreadable = { state: 'failed', reason: 'unreadable' }

test.each([
  [expandable('%SystemRoot%\\System32\\drivers\\etc'), 'D:\\Windows\\System32\\drivers\\etc'],
  [expandable('%windir%\\x'), 'D:\\Windows\\x'],
  [{ kind: 'text', text: ' C:\\Other\\etc ' } as const, 'C:\\Other\\etc'],
])('%j is %s', (value, folder) => {
  expect(folderFor(value)).toEqual(known(folder))
})

test('without the value it is where Windows puts it', () => {
  expect(folderFor(null)).toEqual(standard)
})

test.each([
  [expandable('')],
  [expandable('%Elsewhere%\\etc')],
  [{ kind: 'number', number: 1 } as const],
  [{ kind: 'other', type: 7 } as const],
])('%j is no folder', (value) => {
  expect(folderFor(value)).toEqual(unreadable)
})

test('a registry that may not be read says so', () => {
  const refused = denied('needs-admin')
  expect(readHostsFolder('C:\\Windows', () => refused)).toBe(refused)
})
