import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asText, fromText } from '../../../shared/ipc/as-text.ts'

test('an answer comes back from its text as it was, whatever signs it holds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (answer) => {
      // JSON knows no negative zero; no answer tells it from zero.
      const plain = JSON.parse(JSON.stringify(answer)) as unknown
      expect(fromText(asText(answer))).toEqual(plain)
    }),
  )
})
