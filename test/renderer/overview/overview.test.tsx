// @vitest-environment happy-dom
/** Does the overview give the answer first: the verdict with its one action, and what runs now, the serious on top? */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { denied, known } from '../../../shared/model/probe.ts'
import { success } from '../../../shared/model/result.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'
import {
  desktopServices,
  examined,
  genuineHelpers,
  inspectionOfPc,
  installedProgram,
  noSignature,
  observed,
} from '../recorded-pc.ts'

cleanWindow()

async function open(inspection: Inspection, language: Language = 'en') {
  const bridge = fakeBridge(language)
  bridge.runInspection.mockResolvedValue(success(inspection))
  const opened = await openWindow(bridge, 'overview')
  await screen.findByText(/10:14:05|07:14:05/)
  return opened
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent
const verdict = () => screen.getByRole('heading', { level: 1 }).closest('section')!
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1)

const temp = 'C:\\Users\\anna\\AppData\\Local\\Temp\\new'
const alike = {
  process: examined(6666, 'iTunesHe1per.exe', temp, { signature: known(noSignature) }),
  resembles: 'iTunesHelper.exe',
  why: 'confusable-letters',
} as const
const moved = observed(9600, 'distnoted.exe', {
  imagePath: known('D:\\Portable\\distnoted.exe'),
})
const disabled = inspectionOfPc({
  running: [],
  installed: [...installedProgram, 'AppleMobileDeviceService.exe'],
  services: { ...desktopServices, 'Apple Mobile Device Service': ['stopped', 'disabled'] },
})

describe('the verdict', () => {
  test('all genuine: leave them on, and what they use together', async () => {
    await open(inspectionOfPc({ running: genuineHelpers, installed: installedProgram }))
    expect(title()).toBe('The iTunes background processes are running and genuine. Leave them on.')
    expect(screen.getByText(/^4 of them are running now, each Apple's own file/)).toBeTruthy()
    expect(screen.getByText(/^They use \d+ MB together\.$/)).toBeTruthy()
  })

  test('one alone is spoken of as one', async () => {
    await open(inspectionOfPc({ running: genuineHelpers.slice(0, 1) }))
    expect(title()).toBe(
      'One iTunes background process is running, and it is genuine. Leave it on.',
    )
  })

  test('some that are not known: how many are genuine, and why not more', async () => {
    const [first, ...rest] = genuineHelpers
    const no = denied('needs-admin')
    await open(inspectionOfPc({ running: [{ ...first!, signature: no, imagePath: no }, ...rest] }))
    expect(title()).toMatch(/Not all of them could be checked\.$/)
    expect(screen.getByText(/^Genuine: 3 of 4\./)).toBeTruthy()
  })

  test('none running', async () => {
    await open(inspectionOfPc({ installed: installedProgram, services: {} }))
    expect(title()).toBe('No iTunes background process is running right now')
  })

  test('a disabled service: what to do, where, how to undo it, on the finding itself', async () => {
    const { user, bridge } = await open(disabled)
    expect(title()).toBe('The service of AppleMobileDeviceService.exe is disabled')
    expect(verdict().textContent).toContain('set its startup type to Automatic and start it')
    expect(verdict().textContent).toContain('How to undo it')
    bridge.openTool.mockResolvedValue(success(null))
    await user.click(screen.getByRole('button', { name: /^Open Services/ }))
    expect(bridge.openTool).toHaveBeenCalledExactlyOnceWith('services')
    await user.click(screen.getByRole('button', { name: /^Copy command/ }))
    expect(bridge.copyText).toHaveBeenCalledWith(
      'sc config "Apple Mobile Device Service" start= auto && net start "Apple Mobile Device Service"',
    )
  })

  test('what Windows does not open is said, with the words beside it', async () => {
    const { user, bridge } = await open(disabled)
    bridge.openTool.mockRejectedValue(new Error('no such tool'))
    await user.click(screen.getByRole('button', { name: /^Open Services/ }))
    expect(await screen.findByText(/^Windows could not open it/)).toBeTruthy()
  })

  test('what is serious stands first, and nobody is told to leave anything on above it', async () => {
    await open(inspectionOfPc({ running: genuineHelpers, lookAlikes: [alike] }))
    expect(title()).toBe('Serious: iTunesHe1per.exe only looks like iTunesHelper.exe')
    expect(verdict().textContent).not.toMatch(/leave (it|them) on/i)
    expect(rows()[0]?.textContent).toContain('iTunesHe1per.exe')
    expect(rows()[0]?.textContent).toContain('Look-alike')
  })

  test('in Swedish', async () => {
    await open(inspectionOfPc({ running: genuineHelpers, lookAlikes: [alike] }), 'sv')
    expect(title()).toBe('Allvarligt: iTunesHe1per.exe liknar bara iTunesHelper.exe')
  })
})

describe('the other findings', () => {
  test('stand below the worst, as many as their heading counts, each with its own action', async () => {
    const { user } = await open(
      inspectionOfPc({ running: [...genuineHelpers, moved], lookAlikes: [alike] }),
    )
    const section = screen.getByRole('heading', { name: /^Also found/ }).closest('section')!
    const items = within(section).getAllByRole('listitem')
    expect(section.querySelector('h2 small')?.textContent).toBe(String(items.length))
    await user.click(within(section).getByText('distnoted.exe runs from an unexpected folder'))
    expect(within(section).getByText(/^Find out where distnoted\.exe comes from/)).toBeTruthy()
  })

  test('have no two buttons of one name, whatever their number', async () => {
    const others = [6667, 6668, 6669].map((pid) => ({
      ...alike,
      process: examined(pid, 'iTunesHe1per.exe', temp, { signature: known(noSignature) }),
    }))
    await open(inspectionOfPc({ running: genuineHelpers, lookAlikes: [alike, ...others] }))
    const names = screen
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('what runs now', () => {
  test('counts the rows that stand below, the worst first, with memory, PID and verdict', async () => {
    await open(inspectionOfPc({ running: [...genuineHelpers, moved], lookAlikes: [alike] }))
    const count = rows().length
    expect(screen.getByRole('heading', { name: /^Running now/ }).textContent).toBe(
      `Running now${count} programs`,
    )
    expect(rows().map((row) => row.querySelector('.pill')?.textContent)).toEqual([
      'Look-alike',
      'Look closer',
      ...genuineHelpers.map(() => 'Genuine'),
    ])
    expect(rows()[2]?.textContent).toMatch(/\d+ MB\d+Genuine$/)
  })

  test('a row leads to its details in Processes', async () => {
    const { user } = await open(inspectionOfPc({ running: genuineHelpers }))
    await user.click(screen.getByRole('button', { name: /^iTunes Helper, PID/ }))
    const article = await screen.findByRole('article', { name: 'About iTunesHelper.exe' })
    await waitFor(() => {
      expect(article.contains(document.activeElement)).toBe(true)
    })
  })
})

describe('Copy summary', () => {
  test('hands over the short form of the report: verdict, what to do, and what runs', async () => {
    const { user, bridge } = await open(
      inspectionOfPc({ running: genuineHelpers, lookAlikes: [alike] }),
    )
    await user.click(screen.getByRole('button', { name: 'Copy summary' }))
    expect(await screen.findByText('Copied: the summary')).toBeTruthy()
    const text = bridge.copyText.mock.calls[0]?.[0] ?? ''
    expect(text).toMatch(/^Something is serious\.\n/)
    expect(text).toContain('%USERPROFILE%\\AppData')
    expect(text).not.toMatch(/Users\\/)
    expect(text).toMatch(/\n- .*Serious.*iTunesHe1per\.exe.*\n {2}→ /)
    expect(text.length).toBeLessThanOrEqual(2_048)
    expect(text).toContain('Process Inspector for iTunes 0.1.0')
  })
})

describe('what a screen reader hears', () => {
  test('with the first look the serious, by name and at once', async () => {
    await open(inspectionOfPc({ running: genuineHelpers, lookAlikes: [alike] }))
    expect(screen.getByRole('alert').textContent).toMatch(
      /^Serious: iTunesHe1per\.exe only looks like iTunesHelper\.exe\./,
    )
  })

  test('of a refresh first the serious that is new, by name, also among many changes', async () => {
    const { user, bridge } = await open(inspectionOfPc({ running: genuineHelpers }))
    expect(screen.getByRole('alert').textContent).toBe('')
    bridge.runInspection.mockResolvedValue(
      success(inspectionOfPc({ running: [], lookAlikes: [alike] })),
    )
    await user.keyboard('{F5}')
    await waitFor(() => {
      expect(screen.getByRole('alert').textContent).toMatch(/^Serious: iTunesHe1per\.exe/)
    })
    const polite = screen.getAllByRole('status').map((region) => region.textContent)
    expect(polite).toContain('5 processes changed')
  })
})

test('the doors lead to their views', async () => {
  const { user } = await open(inspectionOfPc({ running: genuineHelpers }))
  await user.click(screen.getByRole('button', { name: /^iTunes shows an error number/ }))
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Search' }))
  await user.click(screen.getByRole('button', { name: /^I am helping somebody/ }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Reports' })).toBeTruthy()
})

test('of hundreds that run the worst are listed, and one step leads to all of them: the numbers agree', async () => {
  const many = Array.from({ length: 300 }, (_, at) => ({
    ...alike,
    process: examined(7000 + at, 'iTunesHe1per.exe', temp, { signature: known(noSignature) }),
  }))
  const { user } = await open(inspectionOfPc({ running: genuineHelpers, lookAlikes: many }))
  const count = /^Running now(\d+) programs/.exec(
    screen.getByRole('heading', { name: /^Running now/ }).textContent,
  )?.[1]
  const more = screen.getByRole('button', { name: /^Show \d+ more programs/ })
  const left = /\d+/.exec(more.textContent)?.[0]
  expect(rows().length + Number(left)).toBe(Number(count))
  await user.click(more)
  const list = await screen.findByRole('button', { name: /^Running \d/ })
  expect(list.getAttribute('aria-pressed')).toBe('true')
  expect(list.textContent).toBe(`Running ${count}`)
})
