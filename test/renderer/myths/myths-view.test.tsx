import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { BetterWay } from '../../../renderer/myths/BetterWay.tsx'
import { MythsView } from '../../../renderer/myths/MythsView.tsx'
import { WordsContext } from '../../../renderer/text/words-context.ts'
import { myths } from '../../../shared/catalogue/myths.ts'
import { failure } from '../../../shared/model/result.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { catalogue, fakeBridge } from '../fake-bridge.ts'

afterEach(cleanup)

function open(language: Language = 'en') {
  const bridge = fakeBridge(language)
  const onOpenEntry = vi.fn()
  const onOpenSource = vi.fn()
  render(
    <WordsContext value={wordsIn(language)}>
      <MythsView
        bridge={bridge}
        catalogue={catalogue}
        onOpenEntry={onOpenEntry}
        onOpenSource={onOpenSource}
      />
    </WordsContext>,
  )
  return { bridge, onOpenEntry, onOpenSource, user: userEvent.setup() }
}

const card = (name: RegExp) => within(screen.getByRole('article', { name }))

test.each(['en', 'sv'] as const)('every tip has its card, in %s', (language) => {
  open(language)
  expect(screen.getAllByRole('article')).toHaveLength(myths.length)
  const { t } = wordsIn(language)
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(t('myths.title'))
  for (const article of screen.getAllByRole('article')) {
    expect(within(article).getByRole('heading', { level: 3 }).textContent).not.toBe('')
    expect(
      within(article).getByRole('heading', { level: 4, name: t('myths.label.truth') }),
    ).toBeTruthy()
  }
})

describe('a card', () => {
  test('says who says it, what is true, what breaks and where that comes from', async () => {
    const { user, onOpenEntry, onOpenSource } = open()
    const ipod = card(/iPod Service/)
    expect(ipod.getByText('Something stops working')).toBeTruthy()
    expect(ipod.getByText('Where it is found: guides to a faster PC')).toBeTruthy()
    expect(ipod.getByText(/set to Manual/)).toBeTruthy()
    expect(ipod.getByText(/no longer in iTunes/)).toBeTruthy()
    await user.click(ipod.getByRole('button', { name: /^Read about iPodService\.exe/ }))
    expect(onOpenEntry).toHaveBeenCalledWith('ipod-service')
    await user.click(ipod.getAllByText(/Apple Support 102018/)[0]!)
    expect(onOpenSource).toHaveBeenCalledWith('APL-NOW')
  })

  test('shows the undo step by step; a command is copied as it stands', async () => {
    const { bridge, user } = open()
    const remove = card(/mDNSResponder.exe -remove/)
    await user.click(remove.getByText('How to undo it'))
    expect(remove.getByText(/Run as administrator/)).toBeTruthy()
    const command = '"C:\\Program Files\\Bonjour\\mDNSResponder.exe" -install'
    const copy = (name: string) => name.startsWith(`Copy the command ${command}`)
    await user.click(remove.getByRole('button', { name: copy }))
    expect(bridge.copyText).toHaveBeenCalledExactlyOnceWith(command)
    expect(remove.getAllByRole('status')[0]?.textContent).toBe('Copied')
  })

  test('says so when a command could not be copied', async () => {
    const { bridge, user } = open()
    bridge.copyText.mockResolvedValueOnce(failure({ code: 'internal', detail: 'x' }))
    const remove = card(/mDNSResponder.exe -remove/)
    await user.click(remove.getByText('How to undo it'))
    await user.click(remove.getAllByRole('button', { name: /^Copy the command/ })[0]!)
    expect(await remove.findByText(/could not be copied/)).toBeTruthy()
  })

  test('without anything to undo has no steps', () => {
    open()
    expect(card(/mdnsNSP.dll is blocked/).queryByText('How to undo it')).toBeNull()
  })
})

describe('a better way', () => {
  test('stands beside a process that people want to end', () => {
    render(<BetterWay entryId="mdnsresponder" />)
    expect(screen.getByRole('heading', { name: 'If you want …' })).toBeTruthy()
    expect(screen.getByText(/Bonjour not to be reachable on public Wi-Fi/)).toBeTruthy()
    expect(screen.queryByText(/Sources/)).toBeNull()
  })

  test('names its sources where they can be opened', async () => {
    const onOpenSource = vi.fn()
    render(
      <BetterWay entryId="mdnsresponder" sources={catalogue.sources} onOpenSource={onOpenSource} />,
    )
    await userEvent.click(screen.getByText(/published source code/))
    expect(onOpenSource).toHaveBeenCalledWith('BONJ')
  })

  test('never lets the dot between two sources stand alone', () => {
    const { container } = render(
      <BetterWay entryId="itunes-helper" sources={catalogue.sources} onOpenSource={vi.fn()} />,
    )
    const lines = [...container.querySelectorAll('.sources > div')].filter((p) =>
      p.textContent.includes('·'),
    )
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      // Glued to the title before it, and no box of its own on either side.
      expect(line.textContent).not.toMatch(/(?:^|[^\u00a0])·|·(?!\s*\S)/)
      expect(line.querySelector('button')).toBeNull()
    }
  })

  test('opens a source with the keyboard too', async () => {
    const onOpenSource = vi.fn()
    const user = userEvent.setup()
    render(
      <BetterWay entryId="mdnsresponder" sources={catalogue.sources} onOpenSource={onOpenSource} />,
    )
    screen.getByRole('link', { name: /published source code/ }).focus()
    await user.keyboard('{Enter}')
    expect(onOpenSource).toHaveBeenCalledTimes(1)
  })

  test('says that the switch in Task Manager is not needed for it', () => {
    render(<BetterWay entryId="itunes-helper" isSwitchedOff />)
    expect(screen.getByText(/disabled in Task Manager/)).toBeTruthy()
    cleanup()
    render(<BetterWay entryId="itunes-helper" />)
    expect(screen.queryByText(/Task Manager\. With/)).toBeNull()
  })

  test('draws nothing for a process without one', () => {
    const { container } = render(<BetterWay entryId="com-google-contact-sync" />)
    expect(container.innerHTML).toBe('')
  })
})
