import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { recordedText } from '../../fixtures/machines/recorded.ts'

test.each(supportedLanguages)(
  'the recorded machines are told in %s as they were reviewed',
  async (to) => {
    const file = new URL(`./recorded/${to}.txt`, import.meta.url)
    expect(await recordedText(to)).toBe(await readFile(file, 'utf8'))
  },
)
