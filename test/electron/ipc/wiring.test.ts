import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Handlers } from '../../../electron/ipc/wiring.ts'
import { failure, success } from '../../../shared/model/result.ts'

type Invoke = (event: unknown, ...given: unknown[]) => Promise<unknown>
const wired = vi.hoisted(() => new Map<string, Invoke>())
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, run: (...given: unknown[]) => Promise<string>) =>
      wired.set(
        channel,
        async (event, ...given) => JSON.parse(await run(event, ...given)) as unknown,
      ),
  },
}))
const { wireHandlers } = await import('../../../electron/ipc/wiring.ts')

const chosen: string[] = []
const handlers: Handlers = {
  'app:describe': () => {
    throw new Error('a bug')
  },
  'inspection:run': () => failure({ code: 'timeout', detail: '' }),
  'inspection:cancel': () => success(null),
  'language:choose': (_sender, language) => {
    chosen.push(language)
    return success(null)
  },
  'list:remember': () => success(null),
  'link:open': () => success(null),
  'text:copy': () => success(null),
  'processes:list': () => failure({ code: 'internal', detail: '' }),
  'process:examine': () => failure({ code: 'internal', detail: '' }),
  'what-is:ask': () => failure({ code: 'internal', detail: '' }),
  'connections:look': () => failure({ code: 'internal', detail: '' }),
  'connections:check': () => failure({ code: 'internal', detail: '' }),
  'connections:cancel': () => failure({ code: 'internal', detail: '' }),
  'connections:describe': () => failure({ code: 'internal', detail: '' }),
  'errors:find': () => failure({ code: 'internal', detail: '' }),
  'recorder:start': () => failure({ code: 'internal', detail: '' }),
  'recorder:stop': () => success(null),
  'file:show': () => success(null),
  'report:save': () => success(null),
}

function eventFrom(url: string, isMainFrame = true) {
  const senderFrame = { url }
  return { senderFrame, sender: { mainFrame: isMainFrame ? senderFrame : {} } }
}
const ours = eventFrom('app://bundle/index.html')

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  chosen.length = 0
  wireHandlers(Promise.resolve(handlers))
})

describe('a request', () => {
  test('from our page with the right arguments reaches its handler', async () => {
    expect(await wired.get('language:choose')!(ours, 'sv')).toEqual(success(null))
    expect(chosen).toEqual(['sv'])
  })

  test.each([
    ['a foreign page', eventFrom('https://example.com/')],
    ['a foreign host under our scheme', eventFrom('app://other/index.html')],
    ['an inner frame', eventFrom('app://bundle/index.html', false)],
    ['a frame that has gone', { senderFrame: null, sender: { mainFrame: null } }],
  ])('from %s is refused with the reason', async (_who, event) => {
    expect(await wired.get('language:choose')!(event, 'sv')).toMatchObject({
      ok: false,
      failure: { code: 'refused-sender' },
    })
    expect(chosen).toEqual([])
  })

  test.each([[[]], [['xx']], [['sv', 'more']], [[{ language: 'sv' }]], [[null]]])(
    'with wrong arguments %j is refused before the handler',
    async (given) => {
      expect(await wired.get('language:choose')!(ours, ...given)).toMatchObject({
        ok: false,
        failure: { code: 'bad-arguments' },
      })
      expect(chosen).toEqual([])
    },
  )

  test('whose handler throws is answered with the details, not with silence', async () => {
    const answer = await wired.get('app:describe')!(ours)
    expect(answer).toMatchObject({ ok: false, failure: { code: 'internal' } })
    expect(JSON.stringify(answer)).toContain('a bug')
  })
})
