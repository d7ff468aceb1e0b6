// @vitest-environment happy-dom
/** Errors that people really had, typed into the window. The cases are facts with their source: test/fixtures/error-cases.json. */
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ErrorLookUp } from '../../../../renderer/connections/errors/ErrorLookUp.tsx'
import { WordsContext } from '../../../../renderer/text/words-context.ts'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import { findErrors } from '../../../../shared/connections/find-errors.ts'
import { success } from '../../../../shared/model/result.ts'
import { supportedLanguages } from '../../../../shared/text/languages.ts'
import type { Language } from '../../../../shared/text/languages.ts'
import type { TextKey } from '../../../../shared/text/texts.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import cases from '../../../fixtures/error-cases.json' with { type: 'json' }
import { connectionsBridge } from '../made-up-check.ts'

configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })
afterEach(cleanup)

const { sources } = readCatalogue()

async function lookUp(text: string, language: Language = 'en') {
  const bridge = connectionsBridge()
  const answers = vi.fn((asked: string) => Promise.resolve(success(findErrors(asked))))
  bridge.findErrors.mockImplementation(answers)
  render(
    <WordsContext value={wordsIn(language)}>
      <ErrorLookUp bridge={bridge} sources={sources} onOpenSource={vi.fn()} />
    </WordsContext>,
  )
  const input = screen.getByRole('textbox')
  fireEvent.change(input, { target: { value: text } })
  fireEvent.keyDown(input, { key: 'Enter' })
  await waitFor(() => {
    expect(screen.getByRole('status').textContent).not.toBe('')
  })
  return screen.queryAllByRole('article').map(({ textContent }) => textContent)
}

describe('What people typed', () => {
  test.each(cases)('$id: $input', async ({ input, rows }) => {
    const { t } = wordsIn('en')
    const said = await lookUp(input)
    expect(said.length).toBeGreaterThanOrEqual(rows.length)
    if (rows.length === 0) expect(said).toEqual([])
    for (const [index, row] of rows.entries()) {
      expect(said[index]).toContain(t(`errors.meaning.${row}` as TextKey))
    }
  })
})

describe.each(supportedLanguages)('in %s', (language) => {
  const { t } = wordsIn(language)

  test('a number with two meanings has two answers, each with one thing to do first', async () => {
    const said = await lookUp('1603', language)
    expect(said).toHaveLength(2)
    expect(said[0]).toContain(t('errors.when.restore'))
    expect(said[1]).toContain(t('errors.when.install'))
    expect(said[0]).toContain(t('errors.step.direct-cable'))
  })

  test('a family without a source says that it is not certain', async () => {
    const [said] = await lookUp('error 13014', language)
    expect(said).toContain(t('errors.meaning.library-sync'))
    expect(said).toContain(t('errors.low'))
  })

  test('a number that nobody explains is named, with first steps', async () => {
    await lookUp('error 987654', language)
    expect(screen.getByText(t('errors.unknown', { numbers: '987654' }))).toBeTruthy()
  })

  test('a slip of typing is told', async () => {
    const [said] = await lookUp('0xE80000A', language)
    expect(said).toContain(t('errors.fit.mended', { code: '0xE800000A' }))
  })
})

test('the sources of a meaning are links', async () => {
  await lookUp('0xE8000068')
  expect(screen.getByText(/ios-deploy/)).toBeTruthy()
})
