/** Opens the one search over the real brain; what runs is made up. */
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { vi } from 'vitest'
import { initialInspectionState } from '../../../renderer/inspection/inspection-state.ts'
import { SearchField } from '../../../renderer/search/SearchField.tsx'
import { WordsContext } from '../../../renderer/text/words-context.ts'
import type { AppDescription } from '../../../shared/ipc/channels.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import type { Listing } from '../../../shared/model/process.ts'
import { success } from '../../../shared/model/result.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { supportedLanguages, type Language } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { listing } from '../../fixtures/listed.ts'
import { catalogue, fakeBridge } from '../fake-bridge.ts'

export const ask = createWhatIs(catalogue, supportedLanguages.map(wordsIn))

interface Opened {
  readonly running?: Listing | null
  readonly language?: Language
  readonly text?: string
  readonly inspection?: Inspection
}

export function openSearch({
  running = listing([]),
  language = 'en',
  text,
  inspection,
}: Opened = {}) {
  const bridge = fakeBridge(language)
  bridge.askWhatIs.mockImplementation((asked) =>
    Promise.resolve(success(ask(asked, wordsIn(language), running))),
  )
  const go = vi.fn()
  const onOpenSource = vi.fn()
  const onKeep = vi.fn<(whole: string) => Promise<boolean>>(() => Promise.resolve(true))
  const field = (asked: { readonly text: string } | undefined) => (
    <WordsContext value={wordsIn(language)}>
      <SearchField
        inputRef={createRef()}
        asked={asked}
        bridge={bridge}
        description={{ catalogue } as unknown as AppDescription}
        state={{ ...initialInspectionState, inspection }}
        findings={inspection?.findings ?? []}
        go={go}
        onOpenSource={onOpenSource}
        onKeep={onKeep}
      />
    </WordsContext>
  )
  const { rerender } = render(field(undefined))
  if (text !== undefined) rerender(field({ text }))
  const box = () => screen.getByRole<HTMLInputElement>('combobox')
  return { bridge, go, onOpenSource, onKeep, box, user: userEvent.setup() }
}
