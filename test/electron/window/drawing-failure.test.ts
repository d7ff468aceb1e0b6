/** Does somebody whose PC lets nothing be drawn learn it, and only they? */
import { expect, test } from 'vitest'
import { forgivenAfterMs, lastEnd, watchDrawing } from '../../../electron/window/drawing-failure.ts'

function watched(isShown = false) {
  const said: string[] = []
  let nowMs = 0
  let tell: (kind: string, reason: string, exitCode: number) => void = () => {}
  watchDrawing({
    onEnd: (listener) => {
      tell = listener
    },
    isWindowShown: () => isShown,
    prepare: () => said.push('prepare'),
    say: (shown) => said.push(shown ? 'say what happened' : 'say'),
    exit: () => said.push('exit'),
    log: (_where, error) => said.push(String(error)),
    nowMs: () => nowMs,
  })
  const ofActions = () => said.filter((one) => !one.startsWith('Chromium'))
  return {
    end: (kind = 'GPU', reason = 'crashed') => tell(kind, reason, -2147483645),
    wait: (ms: number) => (nowMs += ms),
    said,
    ofActions,
  }
}

test('before the last end that Chromium stands, it is said what to do, and the program ends', () => {
  const { end, ofActions } = watched()
  // The sixth is Chromium's own, and silent: https://github.com/electron/electron/issues/51761
  for (let ends = 1; ends < 5; ends += 1) end()
  expect(ofActions()).toEqual(['prepare'])
  end('GPU', 'launch-failed')
  expect(ofActions()).toEqual(['prepare', 'say', 'exit'])
  end()
  expect(ofActions()).toEqual(['prepare', 'say', 'exit'])
})

test('with a window in sight the same ends are said as what has happened to it', () => {
  const { end, ofActions } = watched(true)
  for (let ends = 0; ends < lastEnd; ends += 1) end()
  expect(ofActions()).toEqual(['prepare', 'say what happened', 'exit'])
})

test('an end now and then is forgiven, as often as Chromium forgives it', () => {
  const { end, wait, ofActions } = watched(true)
  for (let hours = 0; hours < 24; hours += 1) {
    for (let ends = 1; ends < lastEnd; ends += 1) end()
    wait(lastEnd * forgivenAfterMs)
  }
  expect(ofActions()).toEqual(['prepare'])
  for (let ends = 1; ends < lastEnd; ends += 1) end()
  // The time of one is not enough for two.
  wait(2 * forgivenAfterMs - 1)
  end()
  end()
  expect(ofActions()).toEqual(['prepare', 'say what happened', 'exit'])
})

test('an end of another process, or as it should be, is no reason', () => {
  const other = watched()
  const clean = watched()
  for (let ends = 0; ends < 9; ends += 1) {
    other.end('Utility')
    clean.end('GPU', 'clean-exit')
  }
  expect([other.ofActions(), clean.said]).toEqual([[], []])
  expect(other.said[0]).toBe("Chromium's process Utility has ended: crashed (-2147483645)")
})
