import { expect, test, vi } from 'vitest'
import { windowOptions } from '../../../electron/window/window.ts'

vi.mock('electron', () => ({ BrowserWindow: vi.fn(), nativeTheme: {} }))

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
  expect(windowOptions('', true)).toMatchObject({ show: false, backgroundColor: '#1f1f1f' })
  expect(windowOptions('', false).backgroundColor).toBe('#f5f5f5')
})
