/** Is what the user chose kept, with the real settings and the real look at this PC? */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import type { WebContents } from 'electron'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serveWindow } from '../../../electron/ipc/serve-window.ts'
import { success } from '../../../shared/model/result.ts'
import { fakeElectron, fakeSender, forgetSeen } from '../../fixtures/fake-electron.ts'

vi.mock('electron', async () => (await import('../../fixtures/fake-electron.ts')).fakeElectron)

let folder = ''
beforeEach(() => {
  forgetSeen()
  folder = mkdtempSync(join(tmpdir(), 'serve-'))
})
afterEach(() => {
  fakeElectron.app.emit('window-all-closed')
  fakeElectron.app.removeAllListeners()
  rmSync(folder, { recursive: true })
})

const { sender } = fakeSender()
const serve = () =>
  serveWindow({ settingsFolder: folder, contents: new EventEmitter() as unknown as WebContents })
const described = async () => {
  const answer = await serve().describeApp(sender)
  if (!answer.ok) throw new Error(answer.failure.code)
  return answer.value
}

test('what was chosen holds at the next start, each choice beside the others', async () => {
  expect(await described()).toMatchObject({
    ...{ language: 'sv', listOptions: null, windowChoices: null, notices: [] },
  })
  const first = serve()
  const list = { columns: ['name'], order: { column: 'name', isDescending: true }, isTree: false }
  expect(await first.chooseLanguage(sender, 'fr')).toEqual(success(null))
  expect(await first.rememberList(sender, list as never)).toEqual(success(null))
  expect(await first.rememberWindow(sender, { view: 'help' })).toEqual(success(null))
  expect(await first.rememberWindow(sender, { isPaused: true })).toEqual(success(null))
  expect(await described()).toMatchObject({
    ...{ language: 'fr', listOptions: list },
    windowChoices: { view: 'help', isPaused: true },
  })
})

test('damaged settings are said once, and kept aside', async () => {
  writeFileSync(join(folder, 'settings.json'), '{')
  expect((await described()).notices).toEqual(['settings-damaged'])
  expect((await described()).notices).toEqual([])
  expect(readFileSync(join(folder, 'settings.json.damaged'), 'utf8')).toBe('{')
})

test('a question in words is answered in the language that was chosen', async () => {
  const handlers = serve()
  expect(await handlers.askWhatIs(sender, 'AppleMobileDeviceService.exe')).toMatchObject({
    ok: true,
  })
})

test('when the window closes, what still runs is ended', async () => {
  const handlers = serve()
  const looking = handlers.runInspection(sender)
  const checking = handlers.checkConnections(sender, [])
  fakeElectron.app.emit('window-all-closed')
  expect(await looking).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(await checking).toMatchObject({ ok: true })
})
