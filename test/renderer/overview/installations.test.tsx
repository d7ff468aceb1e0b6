// @vitest-environment happy-dom
/** Does the overview answer on PCs with other installations of Apple's than desktop iTunes, and never deny a program of theirs? */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { success } from '../../../shared/model/result.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { factsOf } from '../../fixtures/machines/diagnose-machine.ts'
import { installations } from '../../fixtures/machines/installations.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'

cleanWindow()

type Installation = keyof typeof installations

async function open(name: Installation, language: Language = 'en') {
  const { inspection, look, pc } = await factsOf(installations[name])
  const bridge = fakeBridge(language)
  bridge.runInspection.mockResolvedValue(success(inspection as Inspection))
  if (look !== undefined) bridge.lookAtConnections.mockResolvedValue(success(look))
  bridge.readPcFacts.mockResolvedValue(success(pc))
  const opened = await openWindow(bridge, 'overview')
  await screen.findByText(/Windows 11 23H2/)
  return opened
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent
const hint = () =>
  screen.getByRole('heading', { level: 1 }).parentElement?.querySelector('p')?.textContent ?? ''
const doors = () => [...document.querySelectorAll('.door b')].map((door) => door.textContent)

const usual = [
  'I saw one of these in Task Manager',
  'My iPhone is not recognised',
  'iTunes shows an error number',
  'I am helping somebody',
]

describe('the verdict on a PC with', () => {
  test.each<[Installation, string, RegExp]>([
    [
      'Apple Devices alone',
      "One of Apple's programs is running, and it is genuine.",
      /No iTunes background process is running/,
    ],
    [
      'Apple Devices alone, closed',
      'No Apple program is running right now',
      /^Installed: Apple Devices\./,
    ],
    [
      'iCloud alone',
      "Apple's programs are running and genuine.",
      /^2 of them are running now, .* No iTunes background process is among them\.$/,
    ],
    [
      'iCloud alone, closed',
      'No Apple program is running right now',
      /^Installed: iCloud for Windows\./,
    ],
    ['desktop iCloud, closed', 'No Apple program is running right now', /^Installed: iCloud\./],
    [
      'QuickTime alone',
      'No Apple program is running right now',
      /^Installed: QuickTime 7 \(32-bit\)\./,
    ],
    ['Bonjour alone', 'No Apple program is running right now', /^Installed: Bonjour\./],
    [
      'Boot Camp alone',
      'No Apple program is running right now',
      /^Installed: Boot Camp Services\./,
    ],
    [
      'a later app of Apple',
      'No Apple program is running right now',
      /^Installed: ApplePodcastsWin\./,
    ],
    [
      'packages not read',
      'No Apple program is running right now',
      /^It is not known which of Apple's programs are installed\.$/,
    ],
    [
      'Apple Music and Apple TV',
      "Apple's programs are running and genuine.",
      /^2 of them are running now/,
    ],
    [
      'iTunes beside Apple Devices',
      'The iTunes background processes are running and genuine. Leave them on.',
      /^3 of them are running now/,
    ],
  ])('%s: %s', async (name, expected, why) => {
    await open(name)
    expect(title()).toBe(expected)
    await waitFor(() => {
      expect(hint()).toMatch(why)
    })
    expect(doors()).toEqual(usual)
  })

  test('nothing of Apple: nothing is wrong, and the doors are those of somebody who has no iTunes', async () => {
    const { user } = await open('nothing of Apple')
    await waitFor(() => {
      expect(title()).toBe('No Apple programs on this PC')
    })
    expect(hint()).toMatch(/Nothing is wrong\.$/)
    expect(doors()).toEqual([
      'I want to connect an iPhone to this PC',
      'I saw a name in Task Manager',
      'I have uninstalled iTunes',
      'I am helping somebody',
    ])
    expect(screen.queryByRole('heading', { name: /^Running now/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^I want to connect an iPhone/ }))
    const fix = document.querySelector('.view[data-view="fix"]')
    await waitFor(() => {
      expect(fix?.hasAttribute('hidden')).toBe(false)
    })
  })

  test('nothing of Apple: not before it is known what is installed', async () => {
    const { inspection } = await factsOf(installations['nothing of Apple'])
    const bridge = fakeBridge()
    bridge.runInspection.mockResolvedValue(success(inspection as Inspection))
    bridge.readPcFacts.mockReturnValue(new Promise(() => {}))
    await openWindow(bridge, 'overview')
    await screen.findByText(/Windows 11 23H2/)
    expect(title()).toBe('No Apple program is running right now')
    expect(hint()).toBe('Looking up what is installed …')
    expect(doors()).toEqual(usual)
  })

  test('both installations: which of them syncs, with the one thing to do and its undo', async () => {
    await open('iTunes beside Apple Devices')
    const also = screen.getByRole('heading', { name: /^Also found/ }).closest('section')!
    expect(within(also).getByText(/are both installed/)).toBeTruthy()
    expect(within(also).getAllByRole('button')).toHaveLength(1)
    expect(within(also).getByText(/How to undo it/)).toBeTruthy()
  })
})

test.each<[Language, string]>([
  ['de', 'Die Programme von Apple laufen und sind echt.'],
  ['fr', 'Les programmes d’Apple sont actifs et authentiques.'],
])('in %s', async (language, expected) => {
  await open('iCloud alone', language)
  expect(title()).toBe(expected)
})
