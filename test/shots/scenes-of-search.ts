/** Answers of the search, and what opens over a view: the menus, the keys. */
import type { Page } from 'playwright-core'
import { inTurn, press, type Scene } from './scene.ts'

const answered = (page: Page) => page.locator('.search-panel [aria-busy="false"]').waitFor()

const type = (text: string) => async (page: Page) => {
  await page.locator('header').getByRole('combobox').fill(text)
  await answered(page)
}

/** As the clipboard gives it: a field of one line would make one of it. */
const paste = (text: string) => async (page: Page) => {
  const field = page.locator('header').getByRole('combobox')
  await field.focus()
  await field.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)
  await answered(page)
}

const tasklist = `iTunesHe1per.exe              6666 Console                    1    142 016 K
AppleMobileDeviceService.     4312 Services                   0     18 124 K
iTunesHelper.exe              9120 Console                    1     23 480 K
mDNSResponder.exe             4388 Services                   0      7 212 K
com.apple.Outlook.client.     7710 Console                    1     31 904 K
svchost.exe                   1044 Services                   0     12 660 K`

type Answers = Scene['answers']
const search = (name: string, answers: Answers, prepare: NonNullable<Scene['prepare']>): Scene => ({
  name: `search-${name}`,
  view: 'overview',
  answers,
  prepare,
})

export const scenesOfSearch = (good: Answers): readonly Scene[] => [
  search('look-alike', good, type('iTunesHe1per.exe')),
  search('mixed', good, type('iPhone')),
  search('error', good, type('4013')),
  search('name', good, type('AppleMobileDeviceService.exe')),
  search('unknown', good, type('qwxyz')),
  search('pasted', good, paste(tasklist)),
  {
    name: 'source-menu',
    view: 'overview',
    answers: good,
    prepare: async (page) => {
      await page.locator('.switcher').click()
    },
  },
  {
    name: 'keys',
    view: 'overview',
    answers: good,
    prepare: async (page) => {
      await page.keyboard.press('F1')
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'help-opened',
    view: 'help',
    answers: good,
    prepare: inTurn(press('button[aria-expanded="false"], summary')),
  },
]
