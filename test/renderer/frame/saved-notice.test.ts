/** Does the notice after saving name everything that the report holds, in every language? */
import { expect, test } from 'vitest'
import { noticeWords } from '../../../renderer/view/use-actions.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

const file = 'C:\\Reports\\report.html'

test.each(supportedLanguages)('in %s', (language) => {
  const words = wordsIn(language)
  const parts = ['processes', 'look', 'check', 'recording'] as const
  const said = (some: readonly (typeof parts)[number][]) =>
    noticeWords(words, { kind: 'saved', report: { file, parts: some } })
  const whole = said(parts)
  for (const part of parts) {
    const name = words.t(`window.save.part.${part}`)
    expect(whole).toContain(name)
    expect(said(parts.filter((other) => other !== part))).not.toContain(name)
  }
  expect(whole).toContain(`${file}. `)
  expect(whole).toMatch(/[^.]\.$/)
})
