/** How many tests passed, failed and were skipped, read from what each test runner wrote? And what does that mean in all? */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 *
 * @typedef {Counts & { readonly name: string, readonly seconds: number }} SuiteResult
 */

/** @type {Counts} */
export const oneFailure = { passed: 0, failed: 1, skipped: 0 }

/** @param {readonly Counts[]} parts @returns {Counts} */
export function sum(parts) {
  return parts.reduce(
    (total, part) => ({
      passed: total.passed + part.passed,
      failed: total.failed + part.failed,
      skipped: total.skipped + part.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/**
 * Reads the report of vitest's JSON reporter.
 * @param {string} json
 * @returns {Counts}
 * @throws {Error} when it is no such report
 */
export function countsOfVitest(json) {
  const report = JSON.parse(json)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report
  if (![numPassedTests, numFailedTests, numPendingTests, numTodoTests].every(Number.isInteger)) {
    throw new Error('no counts in the report')
  }
  // A file that does not load holds no tests, and would otherwise fail without being counted.
  const unloaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  }
}

/**
 * Reads the closing lines of node:test's TAP reporter.
 * @param {string} tap
 * @returns {Counts}
 * @throws {Error} when they are not there: the run was broken off
 */
export function countsOfTap(tap) {
  const count = (/** @type {string} */ key) => {
    const found = tap.match(new RegExp(`^# ${key} (\\d+)$`, 'm'))
    if (found === null) throw new Error(`no line "# ${key}" in the TAP report`)
    return Number(found[1])
  }
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  }
}

/**
 * The counts of a suite, once its runner has ended. A runner that failed without a failed test, wrote no report,
 * or ran nothing counts as one failure: silence is never success.
 * @param {number} exitCode
 * @param {() => Counts} read
 * @returns {Counts}
 */
export function countsAfter(exitCode, read) {
  /** @type {Counts} */
  let counts
  try {
    counts = read()
  } catch {
    return oneFailure
  }
  const isSilent = counts.passed + counts.failed + counts.skipped === 0
  const isUnexplained = exitCode !== 0 && counts.failed === 0
  return isSilent || isUnexplained ? sum([counts, oneFailure]) : counts
}

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/**
 * @param {Counts} total
 * @param {boolean} isCi where nothing may be skipped
 * @returns {0 | 1} the exit code
 */
export function exitCodeFor({ passed, failed, skipped }, isCi) {
  return failed > 0 || passed === 0 || (isCi && skipped > 0) ? 1 : 0
}
