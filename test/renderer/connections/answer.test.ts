import { describe, expect, test } from 'vitest'
import { shownAnswer } from '../../../renderer/connections/answer.ts'
import { rowsOf } from './answer-rows.ts'
import { checkOf, result, wholeCheck } from './made-up-check.ts'

describe('the answer', () => {
  test('counts apart what Apple has given up and somebody tried by itself', () => {
    const check = wholeCheck()
    const alone = checkOf([...check.targets, result('deimos3', 'name-not-found')])
    const answer = shownAnswer(check, rowsOf(alone))
    expect(answer).toMatchObject({ overall: 'ok', tone: 'good' })
    expect(answer.reached).toBe(answer.total)
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
