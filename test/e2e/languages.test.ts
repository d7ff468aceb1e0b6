import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import { supportedLanguages, type Language } from '../../shared/text/languages.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { chooseLanguage, goTo, openApp, type OpenedApp } from './open-app.ts'

let userData = ''
let opened: OpenedApp
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'inspector-'))
})
afterEach(async () => {
  await opened.close()
  rmSync(userData, { recursive: true, force: true })
})

async function expectLanguage(language: Language) {
  const words = wordsIn(language)
  const { what, ifDisabled } = wordsOfProcess(words, 'mdnsresponder')
  const { page } = opened
  await goTo(page, 'processes')
  await page.getByRole('row', { name: /^mDNSResponder\.exe/ }).click()
  await page.getByText(what).first().waitFor()
  await page.getByText(ifDisabled).first().waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe(language)
}

test('the explanation is on the screen in English and, after the switch, in Swedish, which stays for the next start', async () => {
  opened = await openApp({ userData })
  await expectLanguage('en')
  await opened.keepPicture('english-light')
  await chooseLanguage(opened.page, 'Svenska')
  await expectLanguage('sv')
  await opened.keepPicture('swedish-light')
  await opened.close()

  opened = await openApp({ userData, colorScheme: 'dark' })
  await expectLanguage('sv')
  await opened.keepPicture('swedish-dark')
})

test('every language is there to choose, and is read from a file of its own', async () => {
  opened = await openApp({ userData })
  let current = wordsIn('en')
  for (const language of supportedLanguages) {
    await chooseLanguage(opened.page, current.t(`language.${language}`))
    await expectLanguage(language)
    current = wordsIn(language)
  }
})

// Only Linux takes the system's language from the environment, where a test can set it.
if (process.platform === 'linux') {
  test('a Swedish system gets Swedish at the first start', async () => {
    opened = await openApp({ userData, language: 'sv' })
    await expectLanguage('sv')
  })
}
