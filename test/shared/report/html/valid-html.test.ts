/** Does a validator accept the page, in every language, with a rich PC, an empty one, and hostile words in every place? */
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import { toHtml } from '../../../../shared/report/html/to-html.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'
import { supportedLanguages, type Language } from '../../../../shared/text/languages.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { reportOf, withForeignTexts } from '../../../fixtures/rich-report.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  // Tables and sections may have a name; whether it helps is asked by axe, in the real page.
  rules: { 'aria-label-misuse': ['error', { allowAnyNamable: true }] },
})

async function faultsOf(report: Report, language: Language): Promise<readonly string[]> {
  const { results } = await validator.validateString(
    toHtml(report, readCatalogue(), wordsIn(language)),
  )
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId} in line ${line}: ${message}`),
  )
}

describe('the page is valid HTML', () => {
  test.each(supportedLanguages)('in %s', async (language) => {
    expect(await faultsOf(await reportOf(undefined, language), language)).toEqual([])
  })

  test('and a page that is not is found', async () => {
    const page = toHtml(await reportOf(), readCatalogue(), wordsIn('en'))
    const { valid } = await validator.validateString(page.replace('</ul>', ''))
    expect(valid).toBe(false)
  })

  test('whatever words stand in the report', async () => {
    const hostile = withForeignTexts(
      await reportOf(),
      (index) => `</td></details>"'><p id=x ${index}`,
    )
    expect(await faultsOf(hostile, 'en')).toEqual([])
  })
})
