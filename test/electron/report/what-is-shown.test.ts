/** Is what somebody is shown before saving the beginning of the file, and no more than anybody reads? */
import { expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { previewOf } from '../../../electron/report/what-is-shown.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { composeReport } from '../../../shared/report/convert/compose-report.ts'
import { toText } from '../../../shared/report/text/to-text.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { appIdentity } from '../../../electron/app-identity.ts'
import { richPc } from '../../fixtures/rich-pc.ts'

test('a preview is the text as it would be saved, up to its 60,000th letter', async () => {
  const words = wordsIn('en')
  const looked = await inspect(richPc(), { catalogue: readCatalogue() })
  if (!looked.ok) throw new Error(looked.failure.code)
  const processes = looked.value.inspection.processes.map((one) => ({
    ...one,
    instances: one.instances.flatMap((each) => Array.from({ length: 100 }, () => each)),
  }))
  const inspection = { ...looked.value.inspection, processes }
  const whole = toText(
    composeReport({ inspection, isRedacted: false }, appIdentity, words),
    readCatalogue(),
    words,
  )
  expect(whole.length).toBeGreaterThan(60_000)
  const preview = previewOf({ inspection, isRedacted: false }, words)
  if (!preview.ok) throw new Error(preview.failure.code)
  expect(preview.value.text).toBe(whole.slice(0, 60_000))
})
