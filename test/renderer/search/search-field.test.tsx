// @vitest-environment happy-dom
/** Does the one search answer as somebody types, and does Enter open the best? */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { Answer } from '../../../shared/ipc/channels.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { known } from '../../../shared/model/probe.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { inspectionOf, instance } from '../fake-bridge.ts'
import { genuineHelpers, inspectionOfPc } from '../recorded-pc.ts'
import { states } from '../../shots/states.ts'
import { ask, openSearch as open } from './open-search.tsx'

afterEach(cleanup)

const about = (name: string) => screen.findByRole('article', { name: `About ${name}` })
const option = (name: RegExp) => screen.findByRole('option', { name })
const spoken = () => screen.getAllByRole('status')[0]?.textContent
const chosen = () => screen.getByRole('option', { selected: true }).textContent

describe('an empty box', () => {
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
    const { user, go, onOpenSource } = open({ running, text: 'ituneshelper.EXE' })
    const answer = within(await about('iTunesHelper.exe'))
    expect(answer.getByText(/opens iTunes when a device is connected/)).toBeTruthy()
    expect(answer.getByText(/^iTunes no longer opens by itself/)).toBeTruthy()
    expect(answer.getByText('Running now, process 4312')).toBeTruthy()
    expect(answer.getByText(/iTunes not to open when you connect the device/)).toBeTruthy()
    await user.click(answer.getAllByText(/Apple Support 102018/)[0]!)
    expect(onOpenSource).toHaveBeenCalledWith('APL-NOW')
    await user.click(answer.getByRole('button', { name: 'All details' }))
    expect(go).toHaveBeenCalledWith('processes', 'itunes-helper')
  })

  test('that does not run says why not, where the inspection knows', async () => {
    const inspection = inspectionOf({})
    const waits = inspection.processes.map((one) => ({
      ...one,
      absence: { code: 'waits-for-itunes', isNormal: true } as const,
    }))
    open({ text: 'distnoted', inspection: { ...inspection, processes: waits } })
    const answer = within(await about('distnoted.exe'))
    expect(answer.getByText('Not running right now')).toBeTruthy()
    expect(answer.getByText('It starts when iTunes is opened.')).toBeTruthy()
  })

  test('shows the verdict of the inspection', async () => {
    const inspection = inspectionOf({ 'distnoted.exe': 1 })
    const genuine = inspection.processes.map((one) => ({
      ...one,
      instances: one.instances.map((found) => ({ ...found, trust: 'genuine' as const })),
    }))
    open({ text: 'distnoted.exe', inspection: { ...inspection, processes: genuine } })
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
    expect(screen.getByRole('combobox', { name: 'Sök' })).toBeTruthy()
  })
})

describe('the keyboard', () => {
  test('Enter opens the best, typing errors forgiven, also while the answer is on its way', async () => {
    const { user, box, go } = open()
    await user.type(box(), 'ituneshelpr{Enter}')
    await waitFor(() => expect(go).toHaveBeenCalledExactlyOnceWith('processes', 'itunes-helper'))
    expect(box().getAttribute('aria-expanded')).toBe('false')
  })

  test('Enter opens what stands first: a warning before the genuine program, and what runs under the name', async () => {
    const { user, box, go } = open()
    await user.type(box(), 'iTunesHe1per.exe')
    await option(/^iTunesHelper\.exe/)
    expect(screen.queryByRole('option', { selected: true })).toBeNull()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('complementary'))
    expect(go).not.toHaveBeenCalled()
    await user.click(box())
    await user.keyboard('{ArrowDown}{Enter}')
    expect(go).toHaveBeenCalledExactlyOnceWith('processes', 'itunes-helper')
    cleanup()

    const running = open({ inspection: states['look-closer'] })
    await running.user.type(running.box(), 'iTunesHe1per.exe')
    await waitFor(() => {
      expect(chosen()).toMatch(/^iTunesHe1per/)
    })
    await running.user.keyboard('{Enter}')
    expect(running.go).toHaveBeenCalledExactlyOnceWith('processes', expect.stringContaining('6666'))
  })

  test('the arrow keys choose among the answers, the focus stays in the field', async () => {
    const inspection = inspectionOfPc({ running: genuineHelpers })
    const { user, box, go } = open({ inspection })
    await user.type(box(), 'iphone')
    await option(/^iPhone is not recognised/)
    const first = chosen()
    await user.keyboard('{ArrowDown}')
    expect(chosen()).not.toBe(first)
    expect(document.getElementById(box().getAttribute('aria-activedescendant')!)).toBe(
      screen.getByRole('option', { selected: true }),
    )
    expect(document.activeElement).toBe(box())
    await user.keyboard('{ArrowUp}{Enter}')
    expect(go).toHaveBeenCalledWith('fix', 'not-recognised')
  })

  test('Esc closes the answers, and then empties the field', async () => {
    const { user, box } = open()
    await user.type(box(), 'itunse')
    await option(/^iTunes.exe/)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('option')).toBeNull()
    expect(box().value).toBe('itunse')
    await user.keyboard('{Escape}')
    expect(box().value).toBe('')
  })
})

describe('an everyday word', () => {
  test('finds symptom, what runs here with verdict, PID and memory, and tips, in this order', async () => {
    const { user, box } = open({ inspection: inspectionOfPc({ running: genuineHelpers }) })
    await user.type(box(), 'iphone')
    const row = await option(/^AppleMobileDevice|^Apple Mobile Device Service/)
    expect(row.textContent).toMatch(/PID 4312 · \d+ MBGenuine/)
    const groups = screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))
    expect(groups.slice(0, 2)).toEqual(['Symptoms', 'Running on this PC'])
  })

  test.each([
    ['sv', 'min iphone hittas inte'],
    ['de', 'iPhone nicht erkannt'],
    ['fr', 'iphone pas reconnu'],
    ['es', 'no se reconoce el iphone'],
    ['en', 'iphone not recognized'],
  ] as const)('finds the symptom in %s', async (language, text) => {
    const { go, user, box } = open({ language })
    await user.type(box(), `${text}{Enter}`)
    await waitFor(() => expect(go).toHaveBeenCalledWith('fix', 'not-recognised'))
  })

  test.each([
    ['sv', 'synkroniseringen hänger sig', 'does-not-sync'],
    ['de', 'Datensicherung schlägt fehl', 'backup-fails'],
    ['fr', 'comment désinstaller iTunes', 'remove-all'],
    ['es', 'usa mucha cpu', 'heavy'],
    ['en', 'hgih cpu', 'heavy'],
  ] as const)(
    'leads in %s from "%s" to the doctor, with the symptom chosen',
    async (language, text, symptom) => {
      const { go, user, box } = open({ language })
      await user.type(box(), `${text}{Enter}`)
      await waitFor(() => expect(go).toHaveBeenCalledWith('fix', symptom))
    },
  )

  test('a tip is found by its words, with what is true of it', async () => {
    open({ text: 'bonjour spyware' })
    expect((await screen.findAllByRole('group', { name: 'Tips that go round' })).length).toBe(1)
  })
})

test('what is not known is said so, and leads on to the whole list', async () => {
  const { user, go } = open({ text: 'qwertyuiop.exe' })
  expect(await screen.findByText('qwertyuiop.exe is not in our catalogue')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Look in the whole list of processes' }))
  expect(go).toHaveBeenCalledWith('processes', 'all')
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
    expect(
      [...document.querySelectorAll('.search-answer mark')].map((one) => one.textContent),
    ).toEqual(['I', 'l'])
    expect(
      screen.getByText('It is running on this PC now. This is what its file says about itself:'),
    ).toBeTruthy()
  })

  test('by a slip of the hand gets the right name first, and nothing alarming is read aloud', async () => {
    open({ text: 'iTunesHelpr.exe' })
    const right = await option(/^iTunesHelper.exe/)
    const note = screen.getByText('Looks like iTunesHelper.exe, but is a different name')
    expect(right.compareDocumentPosition(note)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(spoken()).toMatch(/^1 suggestion/)
  })

  test('that runs is warned of aloud, even for a slip of the hand', async () => {
    open({ text: 'iTunesHelpr.exe', running: listing([listed(9, 'iTunesHelpr.exe')]) })
    await screen.findByText('Looks like iTunesHelper.exe, but is a different name')
    expect(spoken()).toMatch(/^Looks like iTunesHelper.exe/)
  })

  test('shows the signs that cannot be seen', async () => {
    open({ text: 'iTunes\u200bHelper.exe' })
    await screen.findByText(/Invisible characters can also be copied along/)
    expect(document.querySelector('.search-answer mark')?.textContent).toBe('⟨U+200B⟩')
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
    expect(spoken()).toBe(
      'mDNSResponder.exe: Finds services on the local network. Not running right now.',
    )
    await user.clear(box())
    await user.type(box(), 'ituneshelpr')
    await waitFor(() => expect(spoken()).toBe('1 suggestion. The first: iTunesHelper.exe.'))
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

  test.each(['?', 'I like pizza and cake very much', 'my neighbour sings'])(
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

  const rows = () =>
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent)

  test('is kept as a source by Ctrl+Enter or its button, all of it', async () => {
    const { user, box, onKeep } = open()
    const long = `${block}\r\n${'x'.repeat(90_000)}`
    await user.click(box())
    await user.paste(long)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(onKeep).toHaveBeenLastCalledWith(long)
    await waitFor(() => expect(box().value).toBe(''))
    await user.paste(block)
    await user.click(await screen.findByRole('button', { name: 'Keep this list' }))
    expect(onKeep).toHaveBeenLastCalledWith(block)
  })

  test('that cannot be kept stays where it is', async () => {
    const { user, box, onKeep } = open()
    onKeep.mockResolvedValue(false)
    await user.click(box())
    await user.paste(block)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('table')).toBeTruthy()
    expect(box().value).not.toBe('')
  })

  test('of 2 MB answers with what it has read, and asks only for that', async () => {
    const { bridge, user, box } = open()
    await user.click(box())
    const row = 'iTunesHelper.exe              4312 Console                    1     18 124 K\r\n'
    await user.paste(row.repeat(26_000))
    expect(await screen.findByRole('table')).toBeTruthy()
    expect(bridge.askWhatIs.mock.calls.at(-1)?.[0].length).toBeLessThanOrEqual(200_000)
    expect(box().value.length).toBeLessThan(300)
  })

  test('that is pasted stays a block: one verdict a line, its count in the headline', async () => {
    const { bridge, user, box } = open()
    await user.click(box())
    await user.paste(block)
    expect(
      await screen.findByRole('heading', { name: '1 of these 3 lines has an Apple name' }),
    ).toBeTruthy()
    expect(bridge.askWhatIs).toHaveBeenLastCalledWith(block)
    expect(screen.getByText('and 4 more lines')).toBeTruthy()
    expect(rows()).toHaveLength(3)
    expect(rows()[1]).toMatch(
      /^AppleMobileDeviceService\..*Apple's nameAppleMobileDeviceService\.exe/,
    )
    expect(rows()[0]).toMatch(/^svchost\.exe.*Not in our catalogue/)
    expect(screen.getByText('1 name was cut off and is completed here.')).toBeTruthy()
    expect(screen.getByText('1 line contains no known name.')).toBeTruthy()
    expect(spoken()).toMatch(/^3 lines\. AppleMobileDeviceService/)
  })

  test('never says genuine: a name proves nothing, and a command brings what is missing', async () => {
    const { bridge, user, box } = open()
    await user.click(box())
    await user.paste(block)
    await screen.findByRole('table')
    expect(rows().join()).not.toContain('Genuine')
    await user.click(screen.getByRole('button', { name: 'Copy a command for PowerShell' }))
    expect(bridge.copyText).toHaveBeenCalledWith(expect.stringContaining('ExecutablePath'))
    await user.click(screen.getByRole('button', { name: 'Copy all verdicts' }))
    expect(bridge.copyText.mock.lastCall?.[0].split('\n')).toHaveLength(3)
  })

  test('goes when it is cleared, or when somebody types', async () => {
    const { user, box } = open()
    await user.click(box())
    await user.paste(block)
    await screen.findByRole('table')
    await user.keyboard('{Escape}{Escape}')
    expect(box().value).toBe('')
    expect(screen.queryByText('and 4 more lines')).toBeNull()
    await user.type(box(), 'secd.exe')
    await about('secd.exe')
  })

  test('that names a look-alike has it on top, and in the headline', async () => {
    open({ text: 'mDNSResponder.exe\tx\niTunesHeIper.exe\tx' })
    expect(
      await screen.findByRole('heading', { name: 'Look-alikes in these 2 lines: 1' }),
    ).toBeTruthy()
    expect(rows()[0]).toMatch(/^iTunesHeIper\.exe.*Look-alike/)
  })

  test('of two megabytes is read as far as anybody reads, and the rest is counted', async () => {
    const { user, box } = open()
    await user.click(box())
    const row = 'mDNSResponder.exe             3120 Services                   0      6,204 K\n'
    const count = Math.ceil(2_000_000 / row.length)
    await user.paste(row.repeat(count))
    await screen.findByRole('table')
    expect(
      screen.getByText(
        `${(count - 500).toLocaleString('en')} more lines were not read: the text is too long.`,
      ),
    ).toBeTruthy()
  })
})

test('an error number gets its meaning', async () => {
  open({ text: 'The iPhone could not be restored. An unknown error occurred (3194).' })
  const [meaning] = await screen.findAllByRole('article', { name: /3194/ })
  expect(meaning?.textContent).toContain("Apple's signing server did not approve the system")
})
