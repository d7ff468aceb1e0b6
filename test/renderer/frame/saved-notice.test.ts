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

test.each(supportedLanguages)(
  'what was not saved is named with its reason in words, in %s',
  (language) => {
    const words = wordsIn(language)
    const said = (detail: string) =>
      noticeWords(words, {
        kind: 'not-saved',
        code: 'cannot-write',
        detail,
        file: 'C:\\R\\my\u202e.html',
      })
    const whys = ['ENOSPC', 'EBUSY', 'ENOENT', 'ENAMETOOLONG', 'no-plain-file'].map(said)
    expect(new Set(whys).size).toBe(5)
    for (const sentence of whys) {
      expect(sentence).toContain('C:\\R\\my')
      expect(sentence).not.toMatch(/\u202e|ENO|EBUSY|plain-file/)
    }
    expect(said('EIO')).toContain('EIO')
  },
)
