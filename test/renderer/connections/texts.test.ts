import { expect, test } from 'vitest'
import { readErrors } from '../../../shared/catalogue/errors.ts'
import { readHostsLines } from '../../../shared/catalogue/hosts-lines.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { textsIn } from '../../fixtures/texts.ts'

test.each(supportedLanguages)(
  'the error numbers beside a hosts line are those of the error table (%s)',
  (language) => {
    const ids = new Set(
      readHostsLines().purposes.flatMap(({ errors }) => errors.map(({ error }) => error)),
    )
    const rows = readErrors().filter(({ id }) => ids.has(id))
    const numbers = rows.map(({ id, codes }) => [
      `connectionView.errorNumbers.${id}`,
      codes.join(', '),
    ])
    const said = [...textsIn(language)].filter(([key]) =>
      key.startsWith('connectionView.errorNumbers.'),
    )
    expect(said.sort()).toEqual(numbers.sort())
  },
)
