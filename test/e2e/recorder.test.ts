/** Does the real program record a real process that starts and ends, show it, and put it into the report? */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportSchema } from '../../shared/report/schema/report-schema.ts'
import { keyOfView, openApp, type OpenedApp } from './open-app.ts'
import { makeSleepingPrograms, type SleepingPrograms } from './sleeping-programs.ts'

let opened: OpenedApp
let programs: SleepingPrograms
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recorder-'))
  programs = makeSleepingPrograms()
  opened = await openApp()
})
afterAll(async () => {
  await opened.close()
  await programs.endAll()
  rmSync(folder, { recursive: true })
})

const imageName = 'AMPDevicesAgent.exe'
/** Of the process that the first test started: another test's programs may bear the same name. */
let pid = 0
/** The lane's row in the table, which is there when the recording has ended. */
const row = () =>
  opened.page.getByRole('row', { name: new RegExp(`^${imageName}\\s+process ${pid}\\b`) })

test('a process that starts and ends is drawn while it is recorded, and told afterwards', async () => {
  const { page } = opened
  const steady = await programs.start('iTunesHelper.exe')
  await page.getByRole('row', { name: /^iTunesHelper\.exe, process/ }).waitFor()
  await page.keyboard.press(keyOfView('fix'))
  await page.getByRole('button', { name: 'Start recording' }).click()
  await page.getByRole('heading', { name: 'Connect the iPhone now' }).waitFor()
  // The first look has been made, and what comes now was not in it.
  await page.getByText(`process ${steady}`).waitFor()
  pid = await programs.start(imageName)
  // It grows while it is being recorded, and goes on while another view is looked at.
  await page.getByText(`process ${pid}`).waitFor()
  await page.keyboard.press(keyOfView('processes'))
  await programs.end(pid)
  await page.keyboard.press(keyOfView('fix'))
  // Of this process: another test's programs may start and end at the same time.
  await page
    .getByText(/appeared after [\d.]+ s, disappeared after/)
    .and(page.locator(`:text("process ${pid}") + .spoken-only`))
    .waitFor()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('heading', { name: 'An Apple process, service or port changed' }).waitFor()
  expect(await row().innerText()).toMatch(
    new RegExp(`process ${pid}\\s+appeared after [\\d.]+ s, disappeared after [\\d.]+ s`),
  )
  expect(
    await page
      .getByRole('row', { name: /^iTunesHelper\.exe/ })
      .last()
      .innerText(),
  ).toMatch(new RegExp(`process ${steady}\\s+was running all the time`))
  const card = await page
    .getByRole('region', { name: 'An Apple process, service or port changed' })
    .innerText()
  expect(card).toMatch(/AMPDevicesAgent appeared \d+ s after the start/)
  expect(card).toContain('Services could not be checked: this is not a Windows PC.')
  expect(card).toMatch(/The recording was stopped after [\d.]+ s/)
  await opened.keepPicture('recording')
  expect(opened.consoleErrors).toEqual([])
})

test('it is kept while other views are looked at, and saved with the report', async () => {
  const { page, app } = opened
  await page.keyboard.press(keyOfView('help'))
  await page.keyboard.press(keyOfView('fix'))
  expect(await row().isVisible()).toBe(true)
  const file = join(folder, 'report.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.getByRole('button', { name: 'Save with report' }).click()
  await page.getByText('report.json').waitFor()
  const { recording } = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const lane = recording?.lanes.find((each) => each.pid === pid)
  expect(lane?.events.map(({ kind }) => kind)).toEqual(['appeared', 'went'])
  expect(recording?.gaps.map(({ part, isWhole }) => [part, isWhole])).toEqual([
    ['service', true],
    ['port', true],
  ])
})
