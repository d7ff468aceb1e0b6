import { expect, test } from 'vitest'
import { openTool, targetOf } from '../../../electron/ipc/windows-tools.ts'
import { decodeArguments } from '../../../shared/ipc/decode.ts'
import { windowsTools } from '../../../shared/model/action.ts'

function windows(more: { refused?: string; platform?: string; throws?: boolean } = {}) {
  const opened: string[] = []
  return {
    opened,
    context: {
      platform: more.platform ?? 'win32',
      systemRoot: 'D:\\Windows',
      openPage: (address: string) => {
        opened.push(address)
        return more.throws === true ? Promise.reject(new Error('no program')) : Promise.resolve()
      },
      openFile: (path: string) => {
        opened.push(path)
        return Promise.resolve(more.refused ?? '')
      },
    },
  }
}

test('every tool opens one fixed page of Windows, or one file of System32', async () => {
  const seen = new Set<string>()
  for (const tool of windowsTools) {
    const { opened, context } = windows()
    expect(await openTool(tool, context)).toEqual({ ok: true, value: null })
    expect(opened).toHaveLength(1)
    expect(opened[0]).toMatch(
      /^(ms-settings:[a-z-]+|windowsdefender:|ms-windows-store:\/\/pdp\/\?ProductId=\w+|D:\\Windows\\System32\\[\w\\.]+)$/,
    )
    seen.add(opened[0] ?? '')
  }
  expect(seen.size).toBe(windowsTools.length)
})

test('nothing is opened on another system', async () => {
  const { opened, context } = windows({ platform: 'linux' })
  expect(await openTool('services', context)).toMatchObject({ failure: { code: 'not-windows' } })
  expect(opened).toEqual([])
})

test('what Windows says when it cannot open a tool comes back', async () => {
  expect(await openTool('services', windows({ refused: 'denied' }).context)).toMatchObject({
    failure: { code: 'cannot-open', detail: 'denied' },
  })
  expect(await openTool('proxy', windows({ throws: true }).context)).toMatchObject({
    failure: { code: 'cannot-open', detail: 'no program' },
  })
})

test.each([
  undefined,
  '',
  'relative',
  '\\\\server\\share',
  'C:\\Windows\\..\\Temp',
  'C:\\a"b',
  'C:',
])('the Windows folder %j is not used', (systemRoot) => {
  expect(targetOf('services', systemRoot)).toEqual({
    file: 'C:\\Windows\\System32\\services.msc',
  })
})

test.each([['cmd.exe'], ['__proto__'], [''], [{}], ['services', 'x']])(
  'the arguments %j open nothing',
  (...received) => {
    expect(decodeArguments('openTool', received).ok).toBe(false)
  },
)
