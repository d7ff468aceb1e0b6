/** Are tests counted rightly, and is silence never taken for success? */
import { describe, expect, it } from 'vitest'
import {
  closingLine,
  countsAfter,
  countsOfTap,
  countsOfVitest,
  exitCodeFor,
  failure,
  sum,
} from '../../../scripts/suites/counts.mjs'

const vitestReport = (changes: object = {}) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
    ...changes,
  })

const tapReport = (changes: Record<string, number> = {}) => {
  const counts = { tests: 4, pass: 4, fail: 0, cancelled: 0, skipped: 0, todo: 0, ...changes }
  const lines = Object.entries(counts).map(([key, count]) => `# ${key} ${count}`)
  return ['TAP version 13', 'ok 1 - # pass 99 is only a title', '1..4', ...lines].join('\n')
}

describe('vitest reports', () => {
  it('count passed, failed, skipped and planned tests', () => {
    const report = vitestReport({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 4 })
    expect(countsOfVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 5 })
  })

  it('count a file that does not load as a failure', () => {
    const report = vitestReport({ testResults: [{ status: 'failed', assertionResults: [] }] })
    expect(countsOfVitest(report)).toMatchObject({ passed: 3, failed: 1, skipped: 0 })
  })

  it('do not count a failed test twice, as test and as file', () => {
    const report = vitestReport({
      numFailedTests: 1,
      testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
    })
    expect(countsOfVitest(report).failed).toBe(1)
  })

  it('name each failed test with the first line that it said, and each file that does not load', () => {
    const report = vitestReport({
      numFailedTests: 2,
      testResults: [
        {
          name: '/a/one.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'is well' },
            {
              status: 'failed',
              fullName: 'a list is sorted',
              failureMessages: [
                '\u001b[31mAssertionError: expected 2 to be 3\u001b[39m\n    at line',
              ],
            },
            { status: 'failed', fullName: 'a list ends', failureMessages: [] },
          ],
        },
        { name: '/a/two.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
      ],
    })
    expect(countsOfVitest(report)).toEqual({
      passed: 3,
      failed: 3,
      skipped: 0,
      failures: [
        '/a/one.test.ts › a list is sorted: AssertionError: expected 2 to be 3',
        '/a/one.test.ts › a list ends: ',
        '/a/two.test.ts: no such file',
      ],
    })
  })

  it('are refused when they hold no counts', () => {
    expect(() => countsOfVitest('{}')).toThrow()
    expect(() => countsOfVitest('')).toThrow()
  })
})

describe('TAP reports', () => {
  it('count cancelled tests as failed and planned ones as skipped', () => {
    const report = tapReport({ fail: 1, cancelled: 2, skipped: 3, todo: 4 })
    expect(countsOfTap(report)).toEqual({ passed: 4, failed: 3, skipped: 7 })
  })

  it('name each failed test', () => {
    const report = `ok 1 - first\nnot ok 2 - second\n    not ok 1 - deeper\n${tapReport({ fail: 2 })}`
    expect(countsOfTap(report).failures).toEqual(['second', 'deeper'])
  })

  it('are refused when the run was broken off before its closing lines', () => {
    expect(() => countsOfTap('TAP version 13\nok 1 - first\n')).toThrow('# pass')
  })
})

describe('a suite that has ended', () => {
  it('counts what its report says', () => {
    expect(countsAfter(0, () => countsOfTap(tapReport()))).toEqual({
      passed: 4,
      failed: 0,
      skipped: 0,
    })
  })

  it('fails without a report', () => {
    expect(countsAfter(0, () => countsOfTap(''))).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('fails when it ran no tests', () => {
    expect(countsAfter(0, () => countsOfTap(tapReport({ pass: 0 }))).failed).toBe(1)
  })

  it('fails when its runner failed though no test did', () => {
    expect(countsAfter(1, () => countsOfVitest(vitestReport()))).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
    })
  })

  it('adds nothing to the failed tests that explain the exit code', () => {
    expect(countsAfter(1, () => countsOfTap(tapReport({ fail: 2 }))).failed).toBe(2)
  })
})

describe('the whole', () => {
  it('adds up the suites and closes with one line', () => {
    const total = sum([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ])
    expect(closingLine(total)).toBe('11 passed, 22 failed, 33 skipped')
  })

  it('keeps the names of what failed', () => {
    const one = { passed: 1, failed: 1, skipped: 0, failures: ['first'] }
    const total = sum([one, { passed: 1, failed: 0, skipped: 0 }, failure('second')])
    expect(total).toEqual({ passed: 2, failed: 2, skipped: 0, failures: ['first', 'second'] })
  })

  it('succeeds only when something passed and nothing failed', () => {
    expect(exitCodeFor({ passed: 5, failed: 0, skipped: 0 }, true)).toBe(0)
    expect(exitCodeFor({ passed: 5, failed: 1, skipped: 0 }, false)).toBe(1)
    expect(exitCodeFor({ passed: 0, failed: 0, skipped: 0 }, false)).toBe(1)
  })

  it('may skip on a developer’s machine but not in continuous integration', () => {
    expect(exitCodeFor({ passed: 5, failed: 0, skipped: 1 }, false)).toBe(0)
    expect(exitCodeFor({ passed: 5, failed: 0, skipped: 1 }, true)).toBe(1)
  })
})
