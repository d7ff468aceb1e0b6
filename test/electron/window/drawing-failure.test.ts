/** Does somebody whose PC lets nothing be drawn learn it, and only they? */
import { expect, test } from 'vitest'
import { lastEnd, watchDrawing } from '../../../electron/window/drawing-failure.ts'

function watched(isShown = false) {
  const said: string[] = []
  let tell: (kind: string, reason: string, exitCode: number) => void = () => {}
  watchDrawing({
    onEnd: (listener) => {
      tell = listener
    },
    isWindowShown: () => isShown,
    prepare: () => said.push('prepare'),
    say: () => said.push('say'),
    exit: () => said.push('exit'),
    log: (_where, error) => said.push(String(error)),
  })
  const ofActions = () => said.filter((one) => !one.startsWith('Chromium'))
  return {
    end: (kind = 'GPU', reason = 'crashed') => tell(kind, reason, -2147483645),
    said,
    ofActions,
  }
}

test('before the last end that Chromium stands, it is said what to do, and the program ends', () => {
  const { end, ofActions } = watched()
  for (let ends = 1; ends < lastEnd; ends += 1) end()
  expect(ofActions()).toEqual(['prepare'])
  end('GPU', 'launch-failed')
  expect(ofActions()).toEqual(['prepare', 'say', 'exit'])
  end()
  expect(ofActions()).toEqual(['prepare', 'say', 'exit'])
})

test('an end with a window in sight, of another process, or as it should be, is no reason', () => {
  const shown = watched(true)
  const other = watched()
  const clean = watched()
  for (let ends = 0; ends < 9; ends += 1) {
    shown.end()
    other.end('Utility')
    clean.end('GPU', 'clean-exit')
  }
  expect([shown.ofActions(), other.ofActions(), clean.said]).toEqual([[], [], []])
  expect(other.said[0]).toBe("Chromium's process Utility has ended: crashed (-2147483645)")
})
