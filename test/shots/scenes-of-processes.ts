/** "Processes": its three lists, details, columns, the row's menu, and the properties. */
import type { Page } from 'playwright-core'
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import { success } from '../../shared/model/result.ts'
import { genuineHelpers } from '../renderer/recorded-pc.ts'
import { chooseRow, inTurn, press, type Scene } from './scene.ts'
import { fromTemp, states } from './states.ts'
import { wholePcAnswers } from './whole-pc.ts'

const withWholePc = (state: keyof typeof states, good: Scene['answers']): Scene['answers'] => ({
  ...good,
  runInspection: success(states[state]),
  ...wholePcAnswers(states[state]),
})

/** What a process says when it is asked by itself, with the hash of its file. */
const alone = (process: ExaminedProcess): Scene['answers'] => ({
  examineProcess: success(process),
  hashFile: success({
    path: process.imagePath.state === 'known' ? process.imagePath.value : '',
    sha256: '4be1c07d5a92e6f3381b0c5d77aa12e90f6c2d48b3197e55d0c8a1f6e2b94d03',
    sizeBytes: 93_216,
  }),
})

const showAll = press('.segments button', 2)
const pressKeys = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys)
  await page.waitForTimeout(700)
}

export function scenesOfProcesses(good: Scene['answers']): readonly Scene[] {
  const wellAnswers = withWholePc('good', good)
  const badAnswers = withWholePc('look-closer', good)
  const scene = (name: string, answers: Scene['answers'], prepare?: Scene['prepare']): Scene => ({
    ...{ name, view: 'processes', answers },
    ...(prepare !== undefined && { prepare }),
  })
  const service = chooseRow(/^AppleMobileDeviceService\.exe/)
  return [
    scene('processes-start', wellAnswers),
    scene('processes', wellAnswers, service),
    scene('processes-danger', badAnswers),
    scene('processes-stopped', withWholePc('stopped', good)),
    scene('apple-list', wellAnswers, press('.segments button', 1)),
    scene('all', wellAnswers, showAll),
    scene('all-danger', badAnswers, showAll),
    scene(
      'all-columns',
      badAnswers,
      inTurn(showAll, async (page) => {
        await page.locator('.view:not([hidden]) button[aria-expanded]:not([role])').first().click()
        await page.waitForTimeout(400)
      }),
    ),
    scene('row-menu', badAnswers, inTurn(service, pressKeys('Shift+F10'))),
    scene(
      'properties',
      { ...wellAnswers, ...alone(genuineHelpers[0]!) },
      inTurn(service, pressKeys('Alt+Enter')),
    ),
    scene(
      'properties-danger',
      { ...badAnswers, ...alone(fromTemp) },
      inTurn(chooseRow(/^iTunesHelper\.exe/), pressKeys('Alt+Enter')),
    ),
  ]
}
