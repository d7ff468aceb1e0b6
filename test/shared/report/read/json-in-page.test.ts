/** Can a saved page be opened again, and does nothing in the report end the element that holds it? */
import { expect, test } from 'vitest'
import { jsonInPage, pageElement } from '../../../../shared/report/read/json-in-page.ts'

test('what was put in comes out, whatever it holds, in signs that are no markup and ASCII', () => {
  const report = { a: '</template><script>&amp;</script>', b: 'Åsa\u2028\u0000😀', c: [1, null] }
  const element = pageElement(report)
  expect(element).toMatch(/^<template id="report-json">[ -~]+<\/template>$/)
  expect(element.slice(28, -11)).not.toMatch(/[<>&]/)
  expect(JSON.parse(jsonInPage(`<p>${element}<p>`) ?? '')).toEqual(report)
})

test('of a report of more than a million letters the page is for people only', () => {
  const empty = JSON.stringify({ a: '' }).length
  expect(pageElement({ a: 'x'.repeat(1_000_000 - empty) })).not.toBe('')
  expect(pageElement({ a: 'x'.repeat(1_000_001 - empty) })).toBe('')
})

test('a page without a report, or with half of one, holds none', () => {
  expect(jsonInPage('<p>')).toBeUndefined()
  expect(jsonInPage('</template><template id="report-json">{}')).toBeUndefined()
})
