// @vitest-environment happy-dom
import { act, renderHook, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { markMs } from '../../../renderer/inspection/live-marks.ts'
import { refreshIntervalMs, useInspection } from '../../../renderer/inspection/use-inspection.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { fakeBridge, looked } from '../fake-bridge.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'

cleanWindow()
afterEach(() => {
  vi.useRealTimers()
})

test('a row says in words, seen and heard, that its process has just started or ended', async () => {
  const bridge = fakeBridge()
  const { user } = await openWindow(bridge)
  await screen.findByRole('row', { name: /^iTunesHelper\.exe, running/ })
  expect(screen.queryByText('just started')).toBeNull()
  bridge.runInspection.mockResolvedValue(looked({ 'iPodService.exe': 1 }))
  await user.keyboard('{F5}')
  const started = await screen.findByRole('row', {
    name: 'iPodService.exe, running, not known whether it is genuine, just started',
  })
  expect(started.textContent).toContain('just started')
  const ended = screen.getByRole('row', { name: /^iTunesHelper\.exe, not running.*, just ended$/ })
  expect(ended.textContent).toContain('just ended')
  // Told once: further looks without a change say nothing anew.
  const news = screen
    .getAllByRole('status')
    .filter(({ textContent }) => textContent.includes('started'))
  expect(news.map(({ textContent }) => textContent)).toEqual([
    'iPodService.exe started. iTunesHelper.exe ended',
  ])
  const [region] = news
  const changes: unknown[] = []
  const observer = new MutationObserver((records) => changes.push(...records))
  observer.observe(region!, { subtree: true, childList: true, characterData: true })
  await user.keyboard('{F5}')
  await act(() => Promise.resolve())
  observer.disconnect()
  expect(changes).toEqual([])
})

test('the marks go again after their time, each look its own, also while no look comes', async () => {
  vi.useFakeTimers()
  const bridge = fakeBridge()
  let second = 0
  const say = (running: Readonly<Record<string, number>>) => {
    bridge.runInspection.mockImplementation(() => {
      second += 2
      const answer = looked(running)
      const takenAtUtc = new Date(Date.UTC(2026, 10, 22, 10, 0, second)).toISOString()
      return Promise.resolve(
        answer.ok ? { ...answer, value: { ...answer.value, takenAtUtc } } : answer,
      )
    })
  }
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
  say({})
  const { result } = renderHook(() => useInspection(bridge))
  const marked = () => [...result.current.state.marks.keys()]
  await pass(0)
  say({ 'iTunesHelper.exe': 1 })
  await pass(refreshIntervalMs)
  expect(marked()).toEqual(['itunes-helper'])
  say({ 'iTunesHelper.exe': 1, 'iPodService.exe': 1 })
  await pass(refreshIntervalMs)
  expect(marked()).toEqual(['itunes-helper', 'ipod-service'])
  act(() => {
    result.current.pause()
  })
  await pass(markMs - refreshIntervalMs - 1)
  expect(marked()).toEqual(['itunes-helper', 'ipod-service'])
  await pass(1)
  expect(marked()).toEqual(['ipod-service'])
  await pass(refreshIntervalMs)
  expect(marked()).toEqual([])
})

test.each(supportedLanguages)('the marks have words in %s', (language) => {
  const { t } = wordsIn(language)
  const said = [t('live.mark.started'), t('live.mark.ended')]
  expect(new Set(said).size).toBe(2)
  expect(t('live.row', { row: 'a.exe', mark: said[0]! })).toContain(said[0])
})
