import { beforeEach, describe, expect, test, vi } from 'vitest'
import { tell, wireHandlers, type Handlers } from '../../../electron/ipc/wiring.ts'
import { success } from '../../../shared/model/result.ts'
import { seen } from '../../fixtures/fake-electron.ts'

vi.mock('electron', async () => (await import('../../fixtures/fake-electron.ts')).fakeElectron)

const ask = async (channel: string, event: unknown, ...given: unknown[]) =>
  JSON.parse(await seen.handlers.get(channel)!(event, ...given)) as unknown

const chosen: string[] = []
/** Only the channels that the tests below ask for. */
const answered: Partial<Handlers> = {
  describeApp: () => {
    throw new Error('a bug')
  },
  cancelInspection: () => success(null),
  chooseLanguage: (_sender, language) => {
    chosen.push(language)
    return success(null)
  },
}
const handlers = answered as Handlers

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
    expect(await ask('chooseLanguage', ours, 'sv')).toEqual(success(null))
    expect(chosen).toEqual(['sv'])
  })

  test.each([
    ['a foreign page', eventFrom('https://example.com/')],
    ['a foreign host under our scheme', eventFrom('app://other/index.html')],
    ['an inner frame', eventFrom('app://bundle/index.html', false)],
    ['a frame that has gone', { senderFrame: null, sender: { mainFrame: null } }],
  ])('from %s is refused with the reason', async (_who, event) => {
    expect(await ask('chooseLanguage', event, 'sv')).toMatchObject({
      ok: false,
      failure: { code: 'refused-sender' },
    })
    expect(chosen).toEqual([])
  })

  test.each([[[]], [['xx']], [['sv', 'more']], [[{ language: 'sv' }]], [[null]]])(
    'with wrong arguments %j is refused before the handler',
    async (given) => {
      expect(await ask('chooseLanguage', ours, ...given)).toMatchObject({
        ok: false,
        failure: { code: 'bad-arguments' },
      })
      expect(chosen).toEqual([])
    },
  )

  test('whose handler throws is answered with the details, not with silence', async () => {
    const answer = await ask('describeApp', ours)
    expect(answer).toMatchObject({ ok: false, failure: { code: 'internal' } })
    expect(JSON.stringify(answer)).toContain('a bug')
  })
})

describe('what the window is told', () => {
  const receiver = (isDestroyed: boolean, isCrashed: boolean) => {
    const sent: unknown[] = []
    return {
      sent,
      page: {
        isDestroyed: () => isDestroyed,
        isCrashed: () => isCrashed,
        send: (...given: unknown[]) => sent.push(given),
      } as unknown as Parameters<typeof tell>[0],
    }
  }

  test('reaches a page that is there', () => {
    const { page, sent } = receiver(false, false)
    tell(page, 'inspectionProgress', { stage: 'listing' })
    expect(sent).toEqual([['inspectionProgress', { stage: 'listing' }]])
  })

  test.each([
    [true, false],
    [false, true],
    [true, true],
  ])('is kept from one that has gone (destroyed: %s, crashed: %s)', (isDestroyed, isCrashed) => {
    const { page, sent } = receiver(isDestroyed, isCrashed)
    tell(page, 'inspectionProgress', { stage: 'listing' })
    expect(sent).toEqual([])
  })
})
