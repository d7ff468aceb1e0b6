// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { RecorderView } from '../../../renderer/recorder/RecorderView.tsx'
import { reduceRecorder } from '../../../renderer/recorder/use-recorder.ts'
import { WordsContext } from '../../../renderer/text/words-context.ts'
import type { Answer } from '../../../shared/ipc/channels.ts'
import { failure, success } from '../../../shared/model/result.ts'
import type { Recording } from '../../../shared/model/recording.ts'
import { skipped } from '../../../shared/model/probe.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { look, pluggedIn, recordingOf, running } from '../../fixtures/recording.ts'
import { fakeBridge } from '../fake-bridge.ts'

afterEach(cleanup)

/** A view whose recording the test tells and ends by hand. */
function openView(language: Language = 'en') {
  const bridge = fakeBridge()
  const onSave = vi.fn()
  let settle: (answer: Answer<'startRecording'>) => void = () => undefined
  let tell: (soFar: Recording) => void = () => undefined
  bridge.startRecording.mockImplementation(
    () =>
      new Promise((resolve) => {
        settle = resolve
      }),
  )
  bridge.onRecordingProgress.mockImplementation((listener) => {
    tell = listener
    return () => undefined
  })
  const view = render(
    <WordsContext value={wordsIn(language)}>
      <RecorderView bridge={bridge} onSave={onSave} />
    </WordsContext>,
  )
  return {
    ...{ bridge, onSave, user: userEvent.setup(), ...view },
    tell: (soFar: Recording) =>
      act(() => {
        tell(soFar)
      }),
    end: (answer: Answer<'startRecording'>) =>
      act(async () => {
        settle(answer)
        await Promise.resolve()
      }),
  }
}

const button = (name: string) => screen.getByRole('button', { name })
const spoken = () => screen.getAllByRole('status').map(({ textContent }) => textContent)

describe('before a recording', () => {
  test('the view says what it will do, offers one button, and records nothing by itself', () => {
    const { bridge } = openView()
    expect(screen.getByText(/It only watches: it changes nothing and sends nothing/)).toBeTruthy()
    expect(screen.getAllByRole('button')).toEqual([button('Start recording')])
    expect(spoken()).toEqual([''])
    expect(bridge.startRecording).not.toHaveBeenCalled()
  })
})

describe('during a recording', () => {
  test('the timeline grows while it is told, and only the beginning is spoken', async () => {
    const { user, tell } = openView()
    await user.click(button('Start recording'))
    expect(screen.getByRole('heading', { name: 'Connect the iPhone now' })).toBeTruthy()
    expect(document.activeElement).toBe(button('Stop'))
    const begun = spoken()
    expect(begun).toEqual(['Recording. Connect the iPhone now.'])
    tell(recordingOf([look(0, [])], 500))
    expect(screen.getAllByText('Nothing yet.')).toHaveLength(3)
    const agent = running(7, 'AMPDevicesAgent.exe', 3)
    tell(recordingOf([look(0, []), look(3000, [agent])], 3500))
    expect(screen.getByText('AMPDevicesAgent.exe')).toBeTruthy()
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('3 of 30 seconds')
    expect(spoken()).toEqual(begun)
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('Stop asks once, and what was recorded is shown', async () => {
    const { bridge, user, end } = openView()
    await user.click(button('Start recording'))
    await user.keyboard('{Enter}')
    await user.click(button('Stopping …'))
    expect(bridge.stopRecording).toHaveBeenCalledTimes(1)
    await end(success(recordingOf([look(0, []), look(2000, [])], 2000)))
    expect(screen.getByText('The recording was stopped after 2 s.')).toBeTruthy()
  })

  test('a view that goes stops it', async () => {
    const { bridge, user, unmount } = openView()
    await user.click(button('Start recording'))
    unmount()
    expect(bridge.stopRecording).toHaveBeenCalledTimes(1)
  })
})

describe('after a recording', () => {
  async function recorded(recording: Recording, language?: Language) {
    const opened = openView(language)
    await opened.user.click(screen.getByRole('button'))
    await opened.end(success(recording))
    return opened
  }

  test('the verdict is spoken once, and the picture stands in words below it', async () => {
    await recorded(pluggedIn())
    expect(spoken()[0]).toMatch(
      /^The recording has ended\. An Apple process, service or port changed\. AMPDevicesAgent and iPodService appeared 3 s/,
    )
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    const told = rows.map(({ textContent }) => textContent)
    expect(told).toContain('iPodService.exeiPod Service · process 401appeared after 3 s')
    expect(told).toContain('iPod Servicestarting after 3 s, running after 3.5 s')
    expect(told).toContain('TCP 27015used by AppleMobileDeviceService.exewas open all the time')
  })

  test('it is saved with the report, and recorded again from the keyboard', async () => {
    const { bridge, onSave, user } = await recorded(pluggedIn())
    await user.click(button('Save with report'))
    expect(onSave).toHaveBeenCalledTimes(1)
    await user.keyboard('{Shift>}{Tab}{/Shift}{Enter}')
    expect(bridge.startRecording).toHaveBeenCalledTimes(2)
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('what could not be looked at says why, in place of lanes and in the verdict', async () => {
    const why = skipped('not-windows')
    await recorded(recordingOf([{ ...look(0, []), services: why, listeners: why }]))
    expect(
      screen.getByRole('heading', {
        name: /No Apple process, service or port was seen .* but not everything/,
      }),
    ).toBeTruthy()
    expect(screen.getAllByText('Could not be checked: this is not a Windows PC.')).toHaveLength(2)
    expect(screen.getByText('Nothing appeared, changed or disappeared.')).toBeTruthy()
  })

  test("of other makers' programs a few are drawn, and the others on request", async () => {
    const crowd = Array.from({ length: 9 }, (_, at) => running(50 + at, `p${at}.exe`, 1))
    const { user } = await recorded(recordingOf([look(0, []), look(500, crowd)]))
    expect(screen.getAllByText('p8.exe')).toHaveLength(1)
    await user.click(button('Show 4 more'))
    expect(screen.getAllByText('p8.exe')).toHaveLength(2)
    await user.click(button('Show fewer'))
    expect(screen.getAllByText('p8.exe')).toHaveLength(1)
  })

  test('the whole view speaks Swedish', async () => {
    await recorded(pluggedIn(), 'sv')
    expect(
      screen.getByRole('heading', { name: 'En process, tjänst eller port från Apple ändrades' }),
    ).toBeTruthy()
    expect(button('Spela in igen')).toBeTruthy()
  })
})

test('a recording that could not be made says so, and can be tried again', async () => {
  const { bridge, user, end } = openView()
  await user.click(button('Start recording'))
  await end(failure({ code: 'internal', detail: 'a bug' }))
  expect(spoken()[0]).toBe('The recording failed.')
  await user.click(button('Try again'))
  expect(bridge.startRecording).toHaveBeenCalledTimes(2)
})

test('what is told before the beginning or after the end belongs to no recording', () => {
  const soFar = pluggedIn()
  const after = { phase: 'after', recording: recordingOf([]) } as const
  expect(reduceRecorder(after, { kind: 'progressed', soFar })).toBe(after)
  expect(reduceRecorder(after, { kind: 'stop-asked' })).toBe(after)
})
