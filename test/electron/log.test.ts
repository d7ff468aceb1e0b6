/** Can a name in an error give orders to the terminal that shows the log? */
import { expect, test, vi } from 'vitest'
import { logError } from '../../electron/log.ts'

test('what a terminal would obey is shown as its code; lines stay lines', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const error = new Error('no')
  error.stack = 'Error: \u001b]0;x\u0007\n  at \u009b2J'
  logError('list', error)
  expect(said.mock.calls).toEqual([['[list] Error: ⟨U+001B⟩]0;x⟨U+0007⟩\n  at ⟨U+009B⟩2J']])
})
