import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownAnswer } from '../../../renderer/connections/answer.ts'
import { mergeAnswers } from '../../../renderer/connections/merge-answers.ts'
import { isFine } from '../../../renderer/connections/servers/server-rows.ts'
import { mergeChecks } from '../../../shared/connections/merge-checks.ts'
import type { ConnectionSymptom } from '../../../shared/model/connection.ts'
import { rowsOf } from './answer-rows.ts'
import { checkOf, endpoints, result, wholeCheck } from './made-up-check.ts'

describe('the answer', () => {
  test('counts apart what Apple has given up and somebody tried by itself', () => {
    const check = wholeCheck()
    const alone = checkOf([...check.targets, result('deimos3', 'name-not-found')])
    const answer = shownAnswer(check, rowsOf(alone))
    expect(answer).toMatchObject({ overall: 'ok', tone: 'good', goneSilent: 1, trouble: [] })
    expect(answer.reached).toBe(answer.total)
  })

  test('names the servers that need a look', () => {
    const check = wholeCheck({ gs: 'hosts-file', mesu: 'refused' })
    const { overall, tone, trouble, isSweeping } = shownAnswer(check, rowsOf(check))
    expect({ overall, tone, isSweeping }).toEqual({
      overall: 'some-failed',
      tone: 'attention',
      isSweeping: false,
    })
    expect(trouble.map(({ endpoint }) => endpoint.id)).toEqual(['gs', 'mesu'])
  })

  test('names who reads along, each once, as the report does', () => {
    const issuer = { commonName: 'Root', organization: 'Contoso' }
    const nameless = { commonName: 'Shield', organization: '' }
    const check = checkOf([
      result('gs', 'intercepted', { issuer }),
      result('mesu', 'intercepted', { issuer }),
      result('xp', 'intercepted', { issuer: nameless }),
    ])
    expect(shownAnswer(check, rowsOf(check)).issuers).toEqual(['Contoso, Root', 'Shield'])
  })

  test('a cancelled check is no alarm', () => {
    const check = wholeCheck({ gs: 'cancelled' })
    expect(shownAnswer(check, rowsOf(check)).tone).toBe('neutral')
  })
})

const symptom = fc.constantFrom<ConnectionSymptom>(
  ...(['ok', 'proxy-needed', 'timed-out', 'name-not-found', 'intercepted', 'hosts-file'] as const),
  ...(['proxy-failed', 'proxy-demands-password', 'not-tried', 'refused'] as const),
)

test('after a second try the whole says the same as the judgement of all the results together', () => {
  const pairs = fc.array(fc.tuple(symptom, symptom), { minLength: 4, maxLength: 8 })
  fc.assert(
    fc.property(pairs, (drawn) => {
      const ids = endpoints.map(({ id }) => id)
      // At least one server works throughout, as it does wherever trying again makes sense.
      const first = drawn.map(([before], index) =>
        result(ids[index] ?? '', index === 0 ? 'ok' : before),
      )
      const failed = first.filter((one) => !isFine(one.symptom))
      fc.pre(failed.length > 0)
      const again = failed.map(({ id }) => result(id, drawn[ids.indexOf(id)]?.[1]))
      const [earlier, later] = [checkOf(first), checkOf(again)]
      expect(mergeAnswers(earlier, later)).toEqual(mergeChecks(earlier, later))
    }),
  )
})

test('no network at all stays the answer while nothing gets through', () => {
  const earlier = checkOf([result('gs', 'no-network')], { overall: 'no-network' })
  expect(mergeAnswers(earlier, earlier).overall).toBe('no-network')
})
