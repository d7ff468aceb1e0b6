import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  askedChannels,
  listenerName,
  preloadOnly,
  toldChannels,
} from '../../shared/ipc/channels.ts'
import { openApp, type OpenedApp } from './open-app.ts'

let opened: OpenedApp
beforeAll(async () => {
  opened = await openApp()
  await opened.page.getByRole('main').waitFor()
})
afterAll(() => opened.close())

const inPage = <T>(run: () => T | Promise<T>) => opened.page.evaluate(run)

describe('the page in the real window', () => {
  test('is app://bundle and sees no Node, no Electron, only the named methods', async () => {
    expect(opened.page.url()).toBe('app://bundle/index.html')
    const seen = await inPage(() => {
      const world = globalThis as Record<string, unknown>
      return {
        node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in world),
        bridge: Object.keys(world['inspector'] as object).sort(),
      }
    })
    expect(seen).toEqual({
      node: [],
      // The table of channels is the only list: nothing else may be on it.
      bridge: [
        ...askedChannels.filter((channel) => channel !== preloadOnly),
        ...toldChannels.map(listenerName),
      ].sort(),
    })
  })

  test('is sandboxed and isolated as the running window itself reports', async () => {
    const preferences = await opened.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  test('runs no inline script, no eval and no style without the nonce', async () => {
    const ran = await inPage(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(event.effectiveDirective)
      })
      const script = document.createElement('script')
      script.textContent = 'globalThis.inlineRan = true'
      const style = document.createElement('style')
      style.textContent = 'html { --smuggled: 1 }'
      document.head.append(script, style)
      // In a task of its own: code that the test sends in directly is exempt from the policy.
      const evalRan = await new Promise<boolean>((resolve) => {
        setTimeout(() => {
          try {
            Reflect.construct(Function, ['return 1'])
            resolve(true)
          } catch {
            resolve(false)
          }
        })
      })
      await new Promise((resolve) => setTimeout(resolve, 100))
      script.remove()
      style.remove()
      return {
        inline: 'inlineRan' in globalThis,
        evalRan,
        smuggled: getComputedStyle(document.documentElement).getPropertyValue('--smuggled'),
        violations: violations.sort(),
      }
    })
    expect(ran).toMatchObject({ inline: false, evalRan: false, smuggled: '' })
    expect(ran.violations).toContain('script-src-elem')
    expect(ran.violations).toContain('style-src-elem')
  })

  test('opens no window and goes nowhere', async () => {
    const before = opened.page.url()
    await inPage(() => {
      window.open('https://example.com/')
      window.open('app://bundle/index.html')
      location.href = 'https://example.com/'
    })
    await inPage(() => {
      location.href = 'file:///'
    })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(opened.page.url()).toBe(before)
    expect(opened.app.windows()).toHaveLength(1)
  })

  test('fetches nothing from outside, and from inside nothing but the built files', async () => {
    const answers = await inPage(async () => {
      const tryFetch = (address: string) =>
        fetch(address).then(
          () => 'answered',
          () => 'refused',
        )
      return Promise.all(
        [
          'http://127.0.0.1:9/',
          'file:///etc/hostname',
          'app://bundle/index.html',
          'app://other/x',
        ].map(tryFetch),
      )
    })
    expect(answers).toEqual(['refused', 'refused', 'refused', 'refused'])
  })

  test('is denied every permission', async () => {
    const states = await inPage(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']
      const asked = names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      )
      return Promise.all(asked)
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
  })

  test('is refused when it asks with wrong arguments', async () => {
    const answers = await inPage(() => {
      const bridge = (globalThis as Record<string, unknown>)['inspector'] as {
        chooseLanguage: (language: unknown) => Promise<string>
        openLink: (key: unknown) => Promise<string>
      }
      return Promise.all([
        bridge.chooseLanguage('../../etc'),
        bridge.openLink({ url: 'https://example.com' }),
        bridge.openLink('https://example.com'),
      ])
    })
    expect(answers.map((answer) => JSON.parse(answer) as unknown)).toMatchObject([
      { ok: false, failure: { code: 'bad-arguments' } },
      { ok: false, failure: { code: 'bad-arguments' } },
      { ok: false, failure: { code: 'bad-arguments' } },
    ])
  })
})
