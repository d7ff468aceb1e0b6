/** What no page may do. One function per item of Electron's security checklist. */
import type { App, Session, WebContents } from 'electron'
import { isOurAddress, startPage } from './app-address.ts'

/** Item 5, https://www.electronjs.org/docs/latest/tutorial/security#5-handle-session-permission-requests-from-remote-content */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Every kind of address that leads out of our own files. */
const outsideAddresses = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map(
  (scheme) => `${scheme}://*/*`,
)

/** Nothing leaves this PC: every request for anything but our own files is cancelled, whatever the page's policy says. */
export function denyNetwork(session: Session): void {
  // Asked only for these, so that the window's own files take no detour through here.
  session.webRequest.onBeforeRequest({ urls: outsideAddresses }, (_request, answer) => {
    answer({ cancel: true })
  })
}

/** Item 13, https://www.electronjs.org/docs/latest/tutorial/security#13-disable-or-limit-navigation */
function denyNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // Our own page may be loaded anew: it does so where it began without its preload.
    if (event.url !== startPage) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
}

/** A script can go to `about:blank` without any event that could refuse it: where the page is nobody's, ours comes back. */
function comeBack(contents: WebContents): void {
  const home = (address: string) => {
    if (isOurAddress(address)) return
    // Not from within the event: Chromium is still busy with the page that it came to.
    setImmediate(() => {
      if (!contents.isDestroyed()) void contents.loadURL(startPage)
    })
  }
  contents.on('did-navigate', (_event, address) => {
    home(address)
  })
  contents.on('did-fail-load', (_event, _code, _description, address, isMainFrame) => {
    if (isMainFrame) home(address)
  })
}

/**
 * WebRTC asks neither policy nor request handler. It gets no datagrams; a script that had got into the page could still
 * reach a server by TCP, which Chromium gives nobody a way to refuse.
 */
function denyPeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Item 14, https://www.electronjs.org/docs/latest/tutorial/security#14-disable-or-limit-creation-of-new-windows */
function denyNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Items 11 and 12, https://www.electronjs.org/docs/latest/tutorial/security#12-verify-webview-options-before-creation */
function denyWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

/** Applies the items of single pages to every page, whoever creates it. */
export function lockDownEveryPage(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents)
    comeBack(contents)
    denyPeerConnections(contents)
    denyNewWindows(contents)
    denyWebviews(contents)
  })
}
