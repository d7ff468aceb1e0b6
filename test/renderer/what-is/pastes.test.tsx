import { cleanup, configure, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { WordsContext } from '../../../renderer/text/words-context.ts'
import { WhatIsView } from '../../../renderer/what-is/WhatIsView.tsx'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { success } from '../../../shared/model/result.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { listing } from '../../fixtures/listed.ts'
import pastes from '../../fixtures/pastes.json' with { type: 'json' }
import { catalogue, fakeBridge } from '../fake-bridge.ts'

configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })
afterEach(cleanup)
beforeAll(() => readyToCompare(['é']))

const ask = createWhatIs(catalogue, supportedLanguages.map(wordsIn))
const words = wordsIn('en')

test.each(pastes)('the window answers $text with $names', async ({ text, names }) => {
  const bridge = fakeBridge('en')
  bridge.askWhatIs.mockImplementation((asked) =>
    Promise.resolve(success(ask(asked, words, listing([])))),
  )
  render(
    <WordsContext value={words}>
      <WhatIsView
        bridge={bridge}
        catalogue={catalogue}
        initialText={text}
        onOpenEntry={vi.fn()}
        onOpenSource={vi.fn()}
      />
    </WordsContext>,
  )
  expect(await screen.findByRole('article', { name: `About ${names}` })).toBeTruthy()
})
