// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import pastes from '../../fixtures/pastes.json' with { type: 'json' }
import { openSearch } from './open-search.tsx'

configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })
afterEach(cleanup)
beforeAll(() => readyToCompare(['é']))

test.each(pastes)('the window answers $text with $names', async ({ text, names }) => {
  openSearch({ text })
  await waitFor(() => {
    // One line has the answer itself; several have a row each.
    const answer = screen.queryByRole('article', { name: `About ${names}` })
    const row = screen.queryAllByRole('row').find((one) => one.textContent.includes(names))
    expect(answer ?? row).toBeTruthy()
  })
})
