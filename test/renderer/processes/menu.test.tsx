// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { failure, success } from '../../../shared/model/result.ts'
import { known } from '../../../shared/model/probe.ts'
import { wholePc } from '../../fixtures/whole-pc.ts'
import { states } from '../../shots/states.ts'
import { fakeBridge, instance } from '../fake-bridge.ts'
import { inProcess, openView, withLayout } from './rows.ts'

withLayout(1600, 4000)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pc = wholePc(states.good)
const keePass = 'C:\\Program Files\\KeePassXC\\KeePassXC.exe'

async function open(isPaused = true) {
  const bridge = fakeBridge()
  bridge.learnProcesses.mockResolvedValue(success(pc.facts))
  bridge.examineProcess.mockResolvedValue(
    success(
      instance(8016, {
        ...pc.second.processes.find(({ pid }) => pid === 8016),
        imagePath: known(keePass),
        owner: known({ securityId: 'S-1', account: 'PC\\Kim', integrity: 'medium' }),
      }),
    ),
  )
  bridge.hashFile.mockResolvedValue(
    success({ path: keePass, sha256: 'ab'.repeat(32), sizeBytes: 7 }),
  )
  const opened = openView(pc.second.processes, { bridge, isPaused, inspection: states.good })
  await screen.findByRole('row', { name: /^KeePassXC/ })
  await act(() => Promise.resolve())
  return opened
}

const row = () => screen.getByRole('row', { name: /^KeePassXC/ })
const openMenu = () => {
  fireEvent.contextMenu(row(), { button: 2, clientX: 40, clientY: 50 })
  return within(screen.getByRole('menu', { name: 'Actions for KeePassXC.exe' }))
}
const choose = (name: RegExp) => {
  fireEvent.click(openMenu().getByRole('menuitem', { name }))
}

describe('the menu of a row', () => {
  test('has what experts look for, in this order', async () => {
    await open()
    expect(
      openMenu()
        .getAllByRole('menuitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Copy rowCtrl+C',
      'Copy path',
      'Copy SHA-256',
      'Show in folder',
      'Filter to this publisher',
      'PropertiesAlt+Enter',
    ])
  })

  test('is opened by Shift+F10, walked by arrows, and Esc leads back to the table', async () => {
    const { user } = await open()
    await user.click(row())
    await user.keyboard('{Shift>}{F10}{/Shift}')
    expect(document.activeElement?.textContent).toMatch(/^Copy row/)
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('Copy SHA-256')
    await user.keyboard('{End}{ArrowDown}')
    expect(document.activeElement?.textContent).toMatch(/^Copy row/)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('role')).toBe('grid')
    })
  })

  test('copies row, path and hash, and shows the file in its folder', async () => {
    const { bridge } = await open()
    choose(/^Copy row/)
    expect(bridge.copyText.mock.lastCall?.[0]).toMatch(/^KeePassXC\.exe\t8016\t/)
    choose(/^Copy path/)
    expect(bridge.copyText).toHaveBeenLastCalledWith(keePass)
    choose(/^Copy SHA-256/)
    expect(screen.getByText('Calculating SHA-256 …')).toBeTruthy()
    await waitFor(() => {
      expect(bridge.copyText).toHaveBeenLastCalledWith('ab'.repeat(32))
    })
    choose(/^Show in folder/)
    expect(bridge.showFile).toHaveBeenCalledExactlyOnceWith(8016)
  })

  test('a file that cannot be hashed says why', async () => {
    const { bridge } = await open()
    bridge.hashFile.mockResolvedValue(failure({ code: 'file-in-use', detail: 'EBUSY' }))
    choose(/^Copy SHA-256/)
    expect(
      await screen.findByText('SHA-256 not known: the file is in use by another program.'),
    ).toBeTruthy()
    expect(bridge.copyText).not.toHaveBeenCalled()
  })

  test('filters to the publisher, says so, and a click takes that back', async () => {
    const { user } = await open()
    fireEvent.contextMenu(screen.getAllByRole('row', { name: /^firefox/ })[0]!, { button: 2 })
    await user.click(screen.getByRole('menuitem', { name: 'Filter to this publisher' }))
    const names = () =>
      screen
        .getAllByRole('row')
        .map((one) => one.getAttribute('aria-label'))
        .filter((name) => name !== null)
    expect(new Set(names().map((name) => name.split(',')[0]))).toEqual(new Set(['firefox.exe']))
    await user.click(screen.getByRole('button', { name: /^Publisher: Mozilla Corporation/ }))
    expect(names().length).toBeGreaterThan(20)
  })

  test('a process without a file has nothing to copy, and says nothing wrong', async () => {
    const { bridge } = await open()
    fireEvent.contextMenu(screen.getByRole('row', { name: /^Registry/ }), { button: 2 })
    const item = screen.getByRole('menuitem', { name: 'Copy SHA-256' })
    expect(item.getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(item)
    expect(bridge.hashFile).not.toHaveBeenCalled()
  })
})

describe('Properties', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: 'KeePassXC.exe' }))
  const fact = (name: string) =>
    dialog().getByText(name, { selector: 'dt' }).nextElementSibling?.textContent

  async function openProperties(isPaused = true) {
    const opened = await open(isPaused)
    await opened.user.click(row())
    await opened.user.keyboard('{Alt>}{Enter}{/Alt}')
    await screen.findByRole('dialog', { name: 'KeePassXC.exe' })
    return opened
  }

  test('open by Alt+Enter with path, command line, hash, owner, both memory figures and CPU', async () => {
    await openProperties()
    expect(await dialog().findByText('ab'.repeat(32))).toBeTruthy()
    expect(await dialog().findByText('PC\\Kim · standard rights')).toBeTruthy()
    expect(fact('File')).toBe(keePass)
    expect(fact('Command line')).toBe(`"${keePass}"`)
    expect(fact('Publisher')).toBe('DroidMonkey Apps, LLC')
    expect(fact('Memory')).toBe(
      '64 MB private, 90 MB with shared parts. Task Manager shows the first.',
    )
    expect(fact('CPU')).toMatch(/s in all$/)
    expect(fact('Started')).toMatch(/by explorer\.exe \(PID 6120\)$/)
  })

  test('lead to the parent by keyboard, and Esc ends them where they began', async () => {
    const { user } = await openProperties()
    act(() => dialog().getByRole('tab', { name: 'General' }).focus())
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement?.textContent).toMatch(/^Parents and children/)
    await user.click(dialog().getByRole('button', { name: 'explorer.exe (PID 6120)' }))
    const parent = screen.getByRole('dialog', { name: 'explorer.exe' })
    await user.click(within(parent).getByRole('tab', { name: /^Parents and children/ }))
    expect(within(parent).getByText('KeePassXC.exe (PID 8016)')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('of a process that ends while they are open say so, and keep what was known', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { bridge } = await openProperties(false)
    expect(dialog().queryByText(/has ended/)).toBeNull()
    bridge.listProcesses.mockResolvedValue(
      success(inProcess(pc.second.processes.filter(({ pid }) => pid !== 8016))),
    )
    await act(() => vi.advanceTimersByTimeAsync(3000))
    expect(dialog().getByText(/^This process has ended/)).toBeTruthy()
    expect(fact('File')).toBe(keePass)
  })

  test('that give the hash up say so, and it can be tried again', async () => {
    const { bridge, user } = await open()
    bridge.hashFile.mockResolvedValueOnce(failure({ code: 'cancelled', detail: '' }))
    await user.click(row())
    await user.keyboard('{Alt>}{Enter}{/Alt}')
    expect(await dialog().findByText(/the check was cancelled/)).toBeTruthy()
    await user.click(dialog().getByRole('button', { name: 'Try again' }))
    expect(await dialog().findByText('ab'.repeat(32))).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(bridge.cancelHash).toHaveBeenCalled()
  })

  test('never show the hash of another file than the one named', async () => {
    const { bridge, user } = await open()
    bridge.hashFile.mockResolvedValue(
      success({ path: 'C:\\other.exe', sha256: 'cd'.repeat(32), sizeBytes: 7 }),
    )
    await user.click(row())
    await user.keyboard('{Alt>}{Enter}{/Alt}')
    expect(await dialog().findByText(/the process ended before it could be checked/)).toBeTruthy()
    expect(dialog().queryByText('cd'.repeat(32))).toBeNull()
  })
})
