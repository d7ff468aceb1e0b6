/** Are PCs that people really had judged as somebody who knows would judge them, live and from a saved report? */
import { describe, expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { recordedSources } from '../../../electron/sources/recorded-sources.ts'
import type { Sources } from '../../../electron/sources/sources.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { makeReport } from '../../../shared/report/convert/make-report.ts'
import { reportSchema } from '../../../shared/report/schema/report-schema.ts'
import { toJson } from '../../../shared/report/convert/to-json.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { findingWords } from '../../../shared/text/fact-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { describedPc } from '../../fixtures/described-pc.ts'
import { judgedPcs } from '../../fixtures/judged-pcs.ts'

const catalogue = readCatalogue()

async function look(sources: Sources) {
  const answer = await inspect(sources, { catalogue })
  if (!answer.ok) throw new Error(answer.failure.code)
  return answer.value.inspection
}

describe.each(judgedPcs)('$id', (pc) => {
  const { right } = pc

  test('is judged rightly', async () => {
    const { processes, findings } = await look(describedPc(pc))
    const [first] = processes.flatMap(({ instances }) => instances)
    if (right.trust !== undefined) expect(first?.trust).toBe(right.trust)
    if (right.reason !== undefined) expect(first?.trustReason).toBe(right.reason)
    if (right.folderRule !== undefined) expect(first?.facts.folder.rule).toBe(right.folderRule)
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual(right.findings)
    for (const [id, [code, isNormal]] of Object.entries(right.absence ?? {})) {
      expect(processes.find((one) => one.id === id)?.absence).toEqual({ code, isNormal })
    }
  })

  test('is judged the same when its report is opened, and said in every language', async () => {
    const live = await look(describedPc(pc))
    const report = makeReport(live, { name: 'x', version: '1' }, wordsIn('en'))
    const opened = await look(recordedSources(reportSchema.parse(JSON.parse(toJson(report)))))
    expect(opened).toEqual({ ...live, lister: 'recorded' })
    for (const language of supportedLanguages) {
      for (const finding of live.findings) {
        expect(findingWords(wordsIn(language), finding)).not.toMatch(/\{\{|finding\./)
      }
    }
  })
})
