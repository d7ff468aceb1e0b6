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
import { scenes } from '../shots/scenes.ts'
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
  /** Of `scenes`: the recorded PC. */
  readonly scene: string
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

const walks: Readonly<Record<string, Walk>> = {
  'a name seen in Task Manager: can it be stopped': {
    scene: 'start-good',
    most: 2,
    go: async (walker, words) => {
      await walker.search('AppleMobileDeviceService')
      await seen(wordsOfProcess(words, 'apple-mobile-device-service').ifDisabled.slice(0, 40))
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
    const scene = scenes.find(({ name }) => name === sceneName)
    await show(opened, scene!, language)
    const walker = new Walker()
    await go(walker, wordsIn(language))
    expect(walker.steps).toBeLessThanOrEqual(most)
  })
})
