import { expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { namesOf, readOtherPrograms } from '../../../shared/catalogue/other-programs.ts'
import { toHtml } from '../../../shared/report/html/to-html.ts'
import { toText } from '../../../shared/report/text/to-text.ts'
import { runningOtherWords } from '../../../shared/text/other-program-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { reportOf } from '../../fixtures/rich-report.ts'

const catalogue = readCatalogue()
const words = wordsIn('en')
const rich = await reportOf()
const [other] = rich.otherApple ?? []
if (other === undefined) throw new Error('the report has no other Apple program')

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

test.each(readOtherPrograms().map((program) => [program.names[0], program] as const))(
  '%s says what it is, how sure that is, and where it is from',
  (_name, program) => {
    for (const name of namesOf(program)) {
      const known = runningOtherWords(words, name, catalogue)
      expect(known?.what).toBeTruthy()
      expect(known?.evidence.flatMap(({ sources }) => sources)).not.toEqual([])
    }
  },
)

test('both reports say of a running one what the catalogue knows, with confidence and source', () => {
  const report = { ...rich, otherApple: [{ ...other, name: 'ath.EXE' }] }
  const known = runningOtherWords(words, 'ATH.exe', catalogue)!
  const [{ shown, sources }] = known.evidence as [(typeof known.evidence)[0]]
  const said = [
    known.what,
    known.missing,
    words.t(`confidence.${shown}`),
    ...sources.map((key) => catalogue.sources[key]!.title),
  ]
  const text = oneLine(toText(report, catalogue, words))
  const section = toHtml(report, catalogue, words).split('id="other-apple"')[1]!
  for (const sentence of said) {
    expect(text).toContain(sentence)
    expect(section.replaceAll('&#39;', "'").split('</section>')[0]).toContain(sentence)
  }
})

test('a name that the catalogue does not know gets no words', () => {
  expect(runningOtherWords(words, 'AppleSomethingNew.exe', catalogue)).toBeUndefined()
})
