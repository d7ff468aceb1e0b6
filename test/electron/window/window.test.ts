import { expect, test, vi } from 'vitest'
import { windowOptions } from '../../../electron/window/window.ts'

vi.mock('electron', async () => (await import('../../fixtures/fake-electron.ts')).fakeElectron)

test('the window is isolated, sandboxed and without Node, and no switch opens it', () => {
  expect(windowOptions('/preload.cjs', false).webPreferences).toEqual({
    preload: '/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  })
})

test('the window starts hidden on the background that the page will have', () => {
  expect(windowOptions('', true)).toMatchObject({ show: false, backgroundColor: '#1e2024' })
  expect(windowOptions('', false).backgroundColor).toBe('#f0f2f5')
})

test('on Windows the page draws the title bar, elsewhere the system does', () => {
  expect(windowOptions('', true, 'win32')).toMatchObject({
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: '#1e2024', symbolColor: '#ffffff', height: 48 },
  })
  expect(windowOptions('', false, 'linux')).not.toHaveProperty('titleBarStyle')
})
