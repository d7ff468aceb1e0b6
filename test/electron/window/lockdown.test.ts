/** Is every page shut in, whoever makes it? Made-up pages and sessions: the real ones are tried in `test/e2e`. */
import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { expect, test } from 'vitest'
import {
  denyNetwork,
  denyPermissions,
  lockDownEveryPage,
} from '../../../electron/window/lockdown.ts'

function lockedPage() {
  const loaded: string[] = []
  const policies: string[] = []
  let openWindow: (() => unknown) | undefined
  let isDestroyed = false
  const page = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => unknown) => {
      openWindow = handler
    },
    setWebRTCIPHandlingPolicy: (policy: string) => policies.push(policy),
    loadURL: (address: string) => {
      loaded.push(address)
      return Promise.resolve()
    },
    isDestroyed: () => isDestroyed,
  })
  const app = new EventEmitter()
  lockDownEveryPage(app as unknown as App)
  app.emit('web-contents-created', {}, page)
  const isPrevented = (event: string, url = 'https://example.com/') => {
    let prevented = false
    page.emit(event, { url, preventDefault: () => (prevented = true) })
    return prevented
  }
  const destroy = () => {
    isDestroyed = true
  }
  return { page, loaded, policies, openWindow: () => openWindow?.(), isPrevented, destroy }
}

const later = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

test.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('%s is refused', (event) => {
  expect(lockedPage().isPrevented(event)).toBe(true)
})

test('our own page may be loaded anew, and nothing that only begins like it', () => {
  const { isPrevented } = lockedPage()
  expect(isPrevented('will-navigate', 'app://bundle/index.html')).toBe(false)
  expect(isPrevented('will-redirect', 'app://bundle/index.html')).toBe(true)
  for (const other of ['app://bundle/index.html.evil', 'app://bundle/', 'app://other/index.html']) {
    expect(isPrevented('will-navigate', other)).toBe(true)
  }
})

test('no window opens, and no datagram leaves past a proxy', () => {
  const { openWindow, policies } = lockedPage()
  expect(openWindow()).toEqual({ action: 'deny' })
  expect(policies).toEqual(['disable_non_proxied_udp'])
})

test('from a page that is nobody’s ours comes back', async () => {
  const { page, loaded } = lockedPage()
  page.emit('did-navigate', {}, 'app://bundle/index.html')
  await later()
  expect(loaded).toEqual([])
  page.emit('did-navigate', {}, 'about:blank')
  await later()
  page.emit('did-fail-load', {}, -3, '', 'about:srcdoc', true)
  page.emit('did-fail-load', {}, -3, '', 'about:srcdoc', false)
  page.emit('did-fail-load', {}, -3, '', 'app://bundle/index.html', true)
  await later()
  expect(loaded).toEqual(['app://bundle/index.html', 'app://bundle/index.html'])
})

test('a page that has gone meanwhile is left alone', async () => {
  const { page, loaded, destroy } = lockedPage()
  page.emit('did-navigate', {}, 'about:blank')
  destroy()
  await later()
  expect(loaded).toEqual([])
})

test('every permission is denied: asked, checked, and for devices', () => {
  const answers: unknown[] = []
  denyPermissions({
    setPermissionRequestHandler: (handler: (...given: unknown[]) => void) => {
      handler({}, 'camera', (isAllowed: boolean) => answers.push(isAllowed))
    },
    setPermissionCheckHandler: (handler: () => unknown) => answers.push(handler()),
    setDevicePermissionHandler: (handler: () => unknown) => answers.push(handler()),
  } as unknown as Session)
  expect(answers).toEqual([false, false, false])
})

test('every request that leads out of our own files is cancelled', () => {
  let filter: unknown
  const answers: unknown[] = []
  denyNetwork({
    webRequest: {
      onBeforeRequest: (urls: unknown, handler: (...given: unknown[]) => void) => {
        filter = urls
        handler({}, (answer: unknown) => answers.push(answer))
      },
    },
  } as unknown as Session)
  expect(filter).toEqual({
    urls: ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`),
  })
  expect(answers).toEqual([{ cancel: true }])
})
