/**
 * The walks of people who need an answer, in the real window, on recorded PCs, in two languages, each within its number of
 * steps. A step is a click, a key that opens something, a text typed or pasted. To add a walk: one more entry of `walks`.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorWords } from '../../shared/text/error-words.ts'
import { findErrors } from '../../shared/connections/find-errors.ts'
import { findingTitle } from '../../shared/text/finding-title.ts'
import type { Language } from '../../shared/text/languages.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import { wordsIn, type Words } from '../../shared/text/texts.ts'
import { packListing } from '../../shared/ipc/pack-listing.ts'
import { success } from '../../shared/model/result.ts'
import { startupSwitchWords } from '../../shared/text/pc-part-words.ts'
import { symptomName } from '../../shared/text/doctor-words.ts'
import { factsOf } from '../fixtures/machines/diagnose-machine.ts'
import { ownMachines } from '../fixtures/machines/own-machines.ts'
import { wholePc } from '../fixtures/whole-pc.ts'
import type { Scene } from '../shots/scene.ts'
import { scenes } from '../shots/scenes.ts'
import { servicesFacts } from '../shots/services-facts.ts'
import { openStage, resize, show } from '../shots/stage.ts'
import { states } from '../shots/states.ts'
import type { OpenedApp } from './open-app.ts'

let opened: OpenedApp
beforeAll(async () => {
  opened = await openStage()
  await resize(opened, 1240, 800)
})
afterAll(() => opened.close())

/** Counts what somebody does. */
class Walker {
  steps = 0
  async click(name: string | RegExp) {
    this.steps += 1
    await opened.page.getByRole('button', { name }).first().click()
  }
  /** The search is one key away, and answers as one types: that is one step. */
  async search(text: string) {
    this.steps += 1
    await opened.page.keyboard.press('Control+f')
    await opened.page.keyboard.insertText(text)
  }
  async press(key: string) {
    this.steps += 1
    await opened.page.keyboard.press(key)
  }
  /** A block of lines, as the clipboard hands it over. */
  async paste(text: string) {
    this.steps += 1
    await opened.page.keyboard.press('Control+f')
    await opened.app.evaluate(({ clipboard }, lines) => {
      void clipboard.writeText(lines)
    }, text)
    await opened.page.keyboard.press('Control+v')
  }
}

interface Walk {
  /** The recorded PC: the name of one of `scenes`, or one of this test's own. */
  readonly scene: string | Scene
  readonly most: number
  readonly go: (walker: Walker, words: Words) => Promise<void>
}

const seen = (text: string) => opened.page.getByText(text, { exact: false }).first().waitFor()

/** Recorded: tasklist of a Swedish Windows 11; the names of Windows's own processes stand in for the rest of forty lines. */
const swedishLines = [
  'Avbildningsnamn                PID Sessionsnamn     Session#   Minnesanv.',
  '========================= ======== ================ =========== ============',
  'AppleMobileDeviceService.     4312 Services                   0     18 124 K',
  'iTunesHe1per.exe              6666 Console                    1    142 016 K',
  ...Array.from(
    { length: 36 },
    (_, at) =>
      `svchost.exe                   ${1044 + 4 * at} Services                   0     12 660 K`,
  ),
].join('\r\n')

/** An iTunes of today on which somebody has disabled Apple Mobile Device Service. */
const { inspection, look, pc } = await factsOf(
  ownMachines.find(({ id }) => id === 'service disabled')?.facts ?? {},
)
const serviceDisabled: Scene = {
  name: 'service-disabled',
  view: 'overview',
  answers: {
    runInspection: success(inspection),
    lookAtConnections: success(look),
    readPcFacts: success(pc),
  },
}
const startsWithWindows: Scene = {
  name: 'starts-with-windows',
  view: 'overview',
  answers: { ...scenes[0]?.answers, readPcFacts: success(servicesFacts) },
}
const everything = wholePc(states.good)
const publishers: Scene = {
  name: 'publishers',
  view: 'overview',
  answers: {
    ...scenes[0]?.answers,
    listProcesses: success(packListing(everything.second)),
    learnProcesses: success(everything.facts),
  },
}

/** The cause stands there with what to do, where, and how to undo it. */
async function readsWhatToDo({ t }: Words): Promise<void> {
  const next = opened.page.locator('main section').filter({ has: opened.page.locator('.action') })
  const text = await next
    .filter({ hasText: t('doctor.do') })
    .first()
    .innerText()
  expect(text).toContain(t('action.label.undo'))
  await next.getByRole('button', { name: t('action.tool.services') }).waitFor()
}

/** Every step stands there with its state, and none has buttons to answer. */
async function isAskedNothing({ t }: Words): Promise<void> {
  const steps = opened.page.locator('main li[data-state]')
  expect(await steps.count()).toBeGreaterThan(5)
  expect(await opened.page.locator('main li[data-state="needs-you"]').count()).toBe(0)
  expect(await opened.page.getByRole('group', { name: t('doctor.ask') }).count()).toBe(0)
}

const walks: Readonly<Record<string, Walk>> = {
  'a name seen in Task Manager: can it be stopped': {
    scene: 'start-good',
    most: 2,
    go: async (walker, words) => {
      await walker.search('AppleMobileDeviceService')
      await seen(wordsOfProcess(words, 'apple-mobile-device-service').ifDisabled.slice(0, 40))
    },
  },
  'iPhone not recognised, by its door: what to do and where, and no question': {
    scene: serviceDisabled,
    most: 1,
    go: async (walker, words) => {
      await walker.click(words.t('overview.doors.notRecognised.title'))
      await readsWhatToDo(words)
      await isAskedNothing(words)
    },
  },
  'iPhone not recognised, under Fix a problem: one choice and no question': {
    scene: { ...serviceDisabled, name: 'service-disabled-fix', view: 'fix' },
    most: 1,
    go: async (walker, words) => {
      await walker.click(symptomName(words, 'not-recognised'))
      await readsWhatToDo(words)
      await isAskedNothing(words)
    },
  },
  'iPhone not recognised, typed as somebody says it: what to do and where': {
    scene: serviceDisabled,
    most: 2,
    go: async (walker, words) => {
      await walker.search(symptomName(words, 'not-recognised'))
      await walker.press('Enter')
      await readsWhatToDo(words)
    },
  },
  'which programs start with Windows': {
    scene: startsWithWindows,
    most: 1,
    go: async (walker, words) => {
      await walker.click(words.t('frame.view.services'))
      const { items } = servicesFacts.startup
      const list = opened.page.getByRole('list', { name: words.t('services.startup.title') })
      await list.waitFor()
      expect(await list.getByRole('listitem').count()).toBe(items.length)
      const told = await list.innerText()
      for (const item of items) {
        expect(told).toContain(
          startupSwitchWords(words, item, () => '')
            .slice(0, 12)
            .trim(),
        )
      }
    },
  },
  'the publisher of everything that runs': {
    scene: publishers,
    most: 1,
    go: async (walker, words) => {
      await walker.click(words.t('overview.all'))
      const grid = opened.page.getByRole('grid').filter({ visible: true })
      await grid.waitFor()
      await opened.page.waitForFunction(
        (column) =>
          [...document.querySelectorAll('[role="columnheader"]')].some((head) =>
            head.textContent.startsWith(column),
          ),
        words.t('processes.column.publisher'),
      )
      await seen('Microsoft Corporation')
      await seen('Apple Inc.')
      const { processes } = everything.second
      const whole = opened.page.locator('.segments button[aria-pressed="true"]').first()
      expect(await whole.innerText()).toContain(String(processes.length))
    },
  },
  'forty pasted lines of a Swedish tasklist: a verdict a line': {
    scene: 'start-good',
    most: 1,
    go: async (walker, words) => {
      await walker.paste(swedishLines)
      const rows = opened.page.locator('.block-answer tbody tr')
      await rows.first().waitFor()
      expect(await rows.count()).toBe(await rows.locator('.pill').count())
      expect(await rows.count()).toBeGreaterThanOrEqual(38)
      expect(await rows.first().textContent()).toContain(words.t('search.verdict.look-alike'))
    },
  },
  'a look-alike in Temp is the first thing read and heard': {
    scene: 'start-look-closer',
    most: 0,
    go: async (_walker, words) => {
      const [worst] = states['look-closer'].findings.filter(({ severity }) => severity === 'danger')
      const title = findingTitle(words, worst!)
      expect(await opened.page.locator('main h1:visible').first().textContent()).toContain(title)
      expect(await opened.page.getByRole('alert').textContent()).toContain(title)
    },
  },
  'error 4013': {
    scene: 'start-good',
    most: 1,
    go: async (walker, words) => {
      await walker.search('4013')
      const [match] = findErrors('4013').matches
      await seen(errorWords(words, match!).meaning.slice(0, 40))
    },
  },
}

describe.each<Language>(['en', 'sv'])('in %s', (language) => {
  test.each(Object.entries(walks))('%s', async (_name, { scene: sceneName, most, go }) => {
    const scene =
      typeof sceneName === 'string' ? scenes.find(({ name }) => name === sceneName) : sceneName
    await show(opened, scene!, language)
    const walker = new Walker()
    await go(walker, wordsIn(language))
    expect(walker.steps).toBeLessThanOrEqual(most)
  })
})
