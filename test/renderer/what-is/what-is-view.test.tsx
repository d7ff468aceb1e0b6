import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WordsContext } from '../../../renderer/text/words-context.ts'
import { WhatIsView } from '../../../renderer/what-is/WhatIsView.tsx'
import type { Answer } from '../../../shared/ipc/channels.ts'
import { failure, success } from '../../../shared/model/result.ts'
import type { InspectedProcess } from '../../../shared/model/inspection.ts'
import { known } from '../../../shared/model/probe.ts'
import type { Listing } from '../../../shared/model/process.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { catalogue, fakeBridge, inspectionOf, instance } from '../fake-bridge.ts'

afterEach(cleanup)

const ask = createWhatIs(catalogue, [wordsIn('en'), wordsIn('sv')])

interface Opened {
  readonly running?: Listing | null
  readonly language?: Language
  readonly text?: string
  readonly processes?: readonly InspectedProcess[]
}

/** The view over the real search; what runs is made up. */
function open({ running = listing([]), language = 'en', text, processes }: Opened = {}) {
  const bridge = fakeBridge(language)
  bridge.askWhatIs.mockImplementation((asked) =>
    Promise.resolve(success(ask(asked, wordsIn(language), running))),
  )
  const onOpenEntry = vi.fn()
  const onOpenSource = vi.fn()
  render(
    <WordsContext value={wordsIn(language)}>
      <WhatIsView
        bridge={bridge}
        catalogue={catalogue}
        processes={processes}
        initialText={text}
        onOpenEntry={onOpenEntry}
        onOpenSource={onOpenSource}
      />
    </WordsContext>,
  )
  const box = () => screen.getByRole<HTMLInputElement>('searchbox')
  return { bridge, onOpenEntry, onOpenSource, box, user: userEvent.setup() }
}

const about = (name: string) => screen.findByRole('article', { name: `About ${name}` })
const suggestion = (name: RegExp) => screen.findByRole('button', { name })

describe('an empty box', () => {
  test('shows examples, and says where a name is found', async () => {
    const { user, box } = open()
    expect(screen.getByRole('region', { name: 'Where do I find the name?' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'distnoted.exe' }))
    expect(box().value).toBe('distnoted.exe')
    expect(document.activeElement).toBe(box())
    await about('distnoted.exe')
  })

  test('asks nobody, nor do blanks', async () => {
    const { bridge, user, box } = open()
    await user.type(box(), '   ')
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(bridge.askWhatIs).not.toHaveBeenCalled()
  })
})

describe('a process of the catalogue', () => {
  test('is told in full words, with whether it runs and the way to its details', async () => {
    const running = listing([listed(4312, 'iTunesHelper.exe')])
    const { user, onOpenEntry, onOpenSource } = open({ running, text: 'ituneshelper.EXE' })
    const answer = within(await about('iTunesHelper.exe'))
    expect(answer.getByText(/opens iTunes when a device is connected/)).toBeTruthy()
    expect(answer.getByText(/^iTunes no longer opens by itself/)).toBeTruthy()
    expect(answer.getByText('Running now, process 4312')).toBeTruthy()
    expect(answer.getByText(/iTunes not to open when you connect the device/)).toBeTruthy()
    await user.click(answer.getByRole('button', { name: 'All details' }))
    expect(onOpenEntry).toHaveBeenCalledWith('itunes-helper')
    await user.click(answer.getAllByText(/Apple Support 102018/)[0]!)
    expect(onOpenSource).toHaveBeenCalledWith('APL-NOW')
  })

  test('that does not run says why not, where the inspection knows', async () => {
    const { processes } = inspectionOf({})
    const waits = processes.map((one) => ({
      ...one,
      absence: { code: 'waits-for-itunes', isNormal: true } as const,
    }))
    open({ text: 'distnoted', processes: waits })
    const answer = within(await about('distnoted.exe'))
    expect(answer.getByText('Not running right now')).toBeTruthy()
    expect(answer.getByText('It starts when iTunes is opened.')).toBeTruthy()
  })

  test('shows the verdict of the inspection', async () => {
    const { processes } = inspectionOf({ 'distnoted.exe': 1 })
    const genuine = processes.map((one) => ({
      ...one,
      instances: one.instances.map((found) => ({ ...found, trust: 'genuine' as const })),
    }))
    open({ text: 'distnoted.exe', processes: genuine })
    expect(within(await about('distnoted.exe')).getByText('Genuine')).toBeTruthy()
  })

  test('without a list does not claim that it does not run', async () => {
    open({ running: null, text: 'SyncServer.exe' })
    const answer = within(await about('SyncServer.exe'))
    expect(answer.getByText('Not known whether it is running right now')).toBeTruthy()
  })

  test('is found by the name that Task Manager shows', async () => {
    open({ text: 'Apple Mobile Device Service (32 bit)\t0%\t3.1 MB' })
    const answer = within(await about('AppleMobileDeviceService.exe'))
    expect(answer.getByText(/“Apple Mobile Device Service” is another name/)).toBeTruthy()
  })

  test('is told in Swedish too', async () => {
    open({ language: 'sv', text: 'mDNSResponder.exe' })
    expect(await screen.findByText('Om du inaktiverar den')).toBeTruthy()
    expect(screen.getByRole('searchbox', { name: 'Vad är det här för process?' })).toBeTruthy()
  })
})

describe('the keyboard', () => {
  test('Enter takes the first suggestion', async () => {
    const { user, box } = open()
    await user.type(box(), 'ituneshelpr')
    await suggestion(/^iTunesHelper.exe/)
    await user.type(box(), '{Enter}')
    expect(box().value).toBe('iTunesHelper.exe')
    await about('iTunesHelper.exe')
  })

  test('the arrow keys go through the suggestions and back to the box', async () => {
    const { user, box } = open()
    await user.type(box(), 'sync contacts')
    const first = await suggestion(/^com.google.ContactSync.exe/)
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(first)
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toMatch(/^com.apple.WindowsContacts/)
    await user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}')
    expect(document.activeElement).toBe(box())
    await user.keyboard('{ArrowDown}{Enter}')
    await about('com.google.ContactSync.exe')
    expect(document.activeElement).toBe(box())
  })

  test('Esc clears the box from wherever the focus is, and brings the examples back', async () => {
    const { user, box } = open()
    await user.type(box(), 'itunse')
    await suggestion(/^iTunes.exe/)
    await user.keyboard('{ArrowDown}{Escape}')
    expect(box().value).toBe('')
    expect(document.activeElement).toBe(box())
    expect(screen.getByRole('button', { name: 'SyncServer.exe' })).toBeTruthy()
  })
})

describe('a foreign process', () => {
  const chrome = listing([listed(900, 'chrome.exe'), listed(901, 'chrome.exe')])
  const examined = (pid: number) =>
    success(
      instance(pid, {
        imagePath: known('C:\\Program Files\\Google\\chrome.exe'),
        version: known({
          companyName: 'Google LLC',
          fileDescription: 'Google Chrome <b>\u202egpj',
          productName: null,
          fileVersion: '130.0',
          productVersion: null,
          originalFilename: null,
          fixedFileVersion: null,
        }),
        signature: known({
          verdict: 'trusted',
          where: 'embedded',
          code: 0,
          signer: { commonName: 'Google LLC', organization: 'Google LLC' },
          issuer: null,
          stampedAtUtc: null,
        }),
      }),
    )

  test('is described by its own file, once for all that run from it', async () => {
    const { bridge, user, box } = open({ running: chrome })
    bridge.examineProcess.mockImplementation((pid) => Promise.resolve(examined(pid)))
    await user.type(box(), 'chrome')
    expect(await screen.findByText('chrome is not in our catalogue')).toBeTruthy()
    expect(await screen.findByText('Google LLC, not changed since')).toBeTruthy()
    expect(screen.getByText('900, 901')).toBeTruthy()
    expect(screen.getByText('C:\\Program Files\\Google\\chrome.exe')).toBeTruthy()
    expect(screen.getByText('Google Chrome <b>⟨U+202E⟩gpj')).toBeTruthy()
  })

  test('that has ended or cannot be looked at is said so', async () => {
    const { bridge, user, box } = open({ running: chrome })
    bridge.examineProcess.mockImplementation((pid) =>
      pid === 900 ? Promise.resolve(success(null)) : Promise.reject(new Error('gone')),
    )
    await user.type(box(), 'chrome.exe')
    expect(await screen.findByText('Process 900 has ended in the meantime.')).toBeTruthy()
    expect(await screen.findByText('The file of process 901 could not be checked.')).toBeTruthy()
  })

  test('that does not run is told without a verdict', async () => {
    const { bridge } = open({ text: 'chrome.exe' })
    await screen.findByText('chrome.exe is not in our catalogue')
    expect(screen.getByText(/neither a warning nor an all-clear/)).toBeTruthy()
    expect(screen.getByText(/Nothing with exactly this name is running on this PC/)).toBeTruthy()
    expect(bridge.examineProcess).not.toHaveBeenCalled()
  })

  test('is not said to be absent when there is no list', async () => {
    open({ text: 'chrome.exe', running: null })
    await screen.findByText(/not known right now what is running/)
    expect(screen.queryByText(/Nothing with exactly this name/)).toBeNull()
  })
})

describe('a name that looks like one of Apple’s', () => {
  test('is warned of, with the letter that differs', async () => {
    open({ text: 'iTunesHeIper.exe', running: listing([listed(9, 'iTunesHeIper.exe')]) })
    await screen.findByText('Looks like iTunesHelper.exe, but is a different name')
    expect([...document.querySelectorAll('mark')].map((one) => one.textContent)).toEqual(['I', 'l'])
    expect(
      screen.getByText('It is running on this PC now. This is what its file says about itself:'),
    ).toBeTruthy()
  })

  test('by a slip of the hand gets the right name first, and nothing alarming is read aloud', async () => {
    open({ text: 'iTunesHelpr.exe' })
    const right = await suggestion(/^iTunesHelper.exe/)
    const note = screen.getByText('Looks like iTunesHelper.exe, but is a different name')
    expect(right.compareDocumentPosition(note)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(screen.getByRole('status').textContent).toMatch(/^1 suggestion/)
  })

  test('that runs is warned of first, and aloud, even for a slip of the hand', async () => {
    open({ text: 'iTunesHelpr.exe', running: listing([listed(9, 'iTunesHelpr.exe')]) })
    const right = await suggestion(/^iTunesHelper.exe/)
    const note = screen.getByText('Looks like iTunesHelper.exe, but is a different name')
    expect(right.compareDocumentPosition(note)).toBe(Node.DOCUMENT_POSITION_PRECEDING)
    expect(screen.getByRole('status').textContent).toMatch(/^Looks like iTunesHelper.exe/)
  })

  test('shows the signs that cannot be seen', async () => {
    open({ text: 'iTunes\u200bHelper.exe' })
    await screen.findByText(/Invisible characters can also be copied along/)
    expect(document.querySelector('mark')?.textContent).toBe('⟨U+200B⟩')
  })
})

describe('answers', () => {
  test('are asked for once when the typing pauses', async () => {
    const { bridge, user, box } = open()
    await user.type(box(), 'distnoted')
    await about('distnoted.exe')
    expect(bridge.askWhatIs.mock.calls.length).toBeLessThan('distnoted'.length)
    expect(bridge.askWhatIs).toHaveBeenLastCalledWith('distnoted')
  })

  test('that come late do not replace newer ones', async () => {
    const { bridge, user, box } = open()
    const waiting: ((answer: Answer<'askWhatIs'>) => void)[] = []
    bridge.askWhatIs.mockImplementation(
      () =>
        new Promise((resolve) => {
          waiting.push(resolve)
        }),
    )
    const answerTo = (name: string) => success(ask(name, wordsIn('en'), listing([])))
    await user.type(box(), 'iTunes.exe')
    await waitFor(() => expect(waiting).toHaveLength(1))
    await user.clear(box())
    await user.type(box(), 'secd.exe')
    await waitFor(() => expect(waiting).toHaveLength(2))
    waiting[1]!(answerTo('secd.exe'))
    await about('secd.exe')
    waiting[0]!(answerTo('iTunes.exe'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(screen.queryByRole('article', { name: 'About iTunes.exe' })).toBeNull()
  })

  test('that fail are said so and can be asked for again', async () => {
    const { bridge, user, box } = open()
    bridge.askWhatIs.mockResolvedValueOnce(failure({ code: 'internal', detail: 'x' }))
    await user.type(box(), 'secd.exe')
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await about('secd.exe')
  })

  test('are announced politely, in a sentence', async () => {
    const { user, box } = open()
    await user.type(box(), 'mDNSResponder.exe')
    await about('mDNSResponder.exe')
    expect(screen.getByRole('status').textContent).toBe(
      'mDNSResponder.exe: Finds services on the local network. Not running right now.',
    )
    await user.clear(box())
    await user.type(box(), 'ituneshelpr')
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe(
        '1 suggestion. The first: iTunesHelper.exe.',
      ),
    )
  })

  test.each([
    ['markup', '<img src=x onerror=alert(1)>.exe'],
    ['thousands of letters', `${'x'.repeat(30_000)}.exe`],
    ['signs that turn the writing around', '\u202e\u202dexe.\u2066cod.exe'],
    ['half a character', '\ud800.exe'],
  ])('to %s are drawn harmless', async (_what, text) => {
    open({ text })
    const heading = await screen.findByRole('heading', { level: 3 })
    expect(heading.textContent.length).toBeLessThan(400)
    expect(document.querySelector('img')).toBeNull()
    expect(heading.textContent).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ud800-\udfff]/)
  })

  test.each(['?', 'I like pizza and cake very much', 'my phone does not show up'])(
    'to %j, which names nothing, ask for a name and call nothing foreign',
    async (text) => {
      open({ text })
      await screen.findByRole('heading', { name: 'Nothing known was found in this text' })
      expect(screen.queryByText(/not in our catalogue/)).toBeNull()
    },
  )
})

describe('a block of lines', () => {
  const block = [
    'Image Name                     PID Session Name        Session#    Mem Usage',
    '========================= ======== ================ =========== ============',
    'svchost.exe                   1044 Services                   0     12,660 K',
    'AppleMobileDeviceService.     4312 Services                   0     18,124 K',
    'and now a sentence that is of no use at all',
  ].join('\r\n')

  test('that is pasted stays a block: the one that matters on top, one answer a line, the rest counted', async () => {
    const { bridge, user, box } = open()
    await user.click(box())
    await user.paste(block)
    await about('AppleMobileDeviceService.exe')
    expect(bridge.askWhatIs).toHaveBeenLastCalledWith(block)
    expect(screen.getByText('and 4 more lines')).toBeTruthy()
    const list = within(screen.getByRole('region', { name: '3 lines' }))
    const rows = list.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(rows).toEqual([
      expect.stringMatching(/^svchost\.exeNot in our catalogue: neither a warning/),
      expect.stringMatching(/^AppleMobileDeviceService\.exe“AppleMobileDeviceService\.” is the/),
    ])
    expect(list.getByText('1 line contains no known name.')).toBeTruthy()
    expect(screen.getByRole('status').textContent).toMatch(/^3 lines\. AppleMobileDeviceService/)
  })

  test('goes when it is cleared, or when somebody types', async () => {
    const { user, box } = open()
    await user.click(box())
    await user.paste(block)
    await about('AppleMobileDeviceService.exe')
    await user.keyboard('{Escape}')
    expect(box().value).toBe('')
    expect(screen.queryByText('and 4 more lines')).toBeNull()
    await user.type(box(), 'secd.exe')
    await about('secd.exe')
  })

  test('that names a look-alike has it on top', async () => {
    open({ text: 'mDNSResponder.exe\tx\niTunesHeIper.exe\tx' })
    await screen.findByRole('region', { name: '2 lines' })
    expect(
      screen.getAllByText('Looks like iTunesHelper.exe, but is a different name'),
    ).toHaveLength(1)
    expect(screen.queryByRole('article')).toBeNull()
  })

  test('of two megabytes is read as far as anybody reads, and the rest is counted', async () => {
    const { user, box } = open()
    await user.click(box())
    const row = 'mDNSResponder.exe             3120 Services                   0      6,204 K\n'
    const count = Math.ceil(2_000_000 / row.length)
    await user.paste(row.repeat(count))
    await about('mDNSResponder.exe')
    expect(
      screen.getByText(`${count - 500} more lines were not read: the text is too long.`),
    ).toBeTruthy()
  })
})

test('an error number gets its meaning', async () => {
  open({ text: 'The iPhone could not be restored. An unknown error occurred (3194).' })
  const [meaning] = await screen.findAllByRole('article', { name: /3194/ })
  expect(meaning?.textContent).toContain("Apple's signing server did not approve the system")
})
