import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { openApp, showAppleList, showRunning, type OpenedApp } from './open-app.ts'
import { makeSleepingPrograms, type SleepingPrograms } from './sleeping-programs.ts'

let opened: OpenedApp
let programs: SleepingPrograms
beforeAll(async () => {
  opened = await openApp()
})
afterAll(() => opened.close())
beforeEach(() => {
  programs = makeSleepingPrograms()
})
afterEach(() => programs.endAll())

const row = (name: string | RegExp) => opened.page.getByRole('row', { name })
const exactly = (imageName: string, rest: string) =>
  row(new RegExp(`^${imageName.replaceAll('.', '\\.')}, ${rest}`))
const running = (imageName: string) =>
  exactly(imageName, 'process \\d+, not known whether it is genuine')
const notRunning = (imageName: string) => exactly(imageName, 'Not running')

describe('the list', () => {
  test("names every process of Apple's lists", async () => {
    const { editions, processes } = readCatalogue()
    const ids = new Set(editions.flatMap(({ core, sync }) => [...core, ...sync]))
    await notRunning('AppleMobileBackup.exe').waitFor()
    const grid = opened.page.getByRole('grid', { name: 'Processes' })
    for (const { id, imageName } of processes) {
      if (!ids.has(id)) continue
      // Only rows in sight are there: the list is scrolled to where this one is.
      for (let step = 0; (await exactly(imageName, '').count()) === 0; step += 1) {
        expect(step).toBeLessThan(40)
        await grid.evaluate((element, top) => element.scrollTo({ top }), step * 100)
      }
    }
    await grid.evaluate((element) => element.scrollTo({ top: 0 }))
  })

  test('shows a process that starts, and lets go of it when it ends', async () => {
    await notRunning('AppleMobileDeviceService.exe').waitFor()
    const pid = await programs.start('AppleMobileDeviceService.exe')
    await running('AppleMobileDeviceService.exe').waitFor()

    await running('AppleMobileDeviceService.exe').click()
    const details = opened.page.getByRole('article', {
      name: 'About AppleMobileDeviceService.exe',
    })
    expect(await details.innerText()).toContain(String(pid))
    await opened.keepPicture('running-process')

    await programs.end(pid)
    await notRunning('AppleMobileDeviceService.exe').waitFor()
  })

  test('marks what has just started or ended in words, tells it once, and lets the mark go', async () => {
    const name = 'AppleMobileBackup.exe'
    const marked = (word: string) => row(new RegExp(`^${name}, .*has ${word}$`))
    await row(new RegExp(`^${name}, Not running`)).waitFor()
    await showRunning(opened.page)
    expect(await marked('just started').count()).toBe(0)
    const pid = await programs.start(name)
    await marked('just started').waitFor()
    const told = opened.page.getByRole('status').filter({ hasText: new RegExp(`${name} started`) })
    expect(await told.count()).toBe(1)
    await opened.keepPicture('just-started')
    await marked('just started').waitFor({ state: 'hidden' })
    await programs.end(pid)
    await opened.page
      .getByRole('status')
      .filter({ hasText: new RegExp(`${name} ended`) })
      .waitFor({ state: 'attached' })
    await showAppleList(opened.page)
  })

  test('counts every instance of one process', async () => {
    await programs.start('distnoted.exe')
    await programs.start('distnoted.exe')
    await row(/^distnoted\.exe, process/)
      .nth(1)
      .waitFor()
    expect(await row(/^distnoted\.exe, process/).count()).toBe(2)
  })

  test('does not take another name for one of ours', async () => {
    await programs.start('BlackBerrySyncServer.exe')
    await programs.start('AppleMobileSync.exe ')
    await programs.start('AppleMobileBackup.exe')
    await running('AppleMobileBackup.exe').waitFor()
    await notRunning('SyncServer.exe').waitFor()
    await notRunning('AppleMobileSync.exe').waitFor()
  })

  test('wrote no error into the console while all that happened', () => {
    expect(opened.consoleErrors).toEqual([])
  })
})
