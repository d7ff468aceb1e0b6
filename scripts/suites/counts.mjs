/** Counts of passed, failed and skipped tests. Read from what each runner wrote. */
import { stripVTControlCharacters } from 'node:util'

/**
 * What a suite is given.
 *
 * @typedef {object} SuiteMeans
 * @property {() => Promise<import('../machine/find-electron.mjs').FoundElectron>} findElectron
 * @property {() => Promise<import('../machine/find-electron.mjs').FoundElectron>} findTestElectron
 * @property {() => Promise<NodeJS.ProcessEnv>} display what a window needs in the environment
 * @property {(line: string) => void} tell a line about this suite
 * @property {(text: string) => void} [write] where its programs write, when that is not the terminal
 */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} [failures] a line each: which test failed, and what it said
 *
 * @typedef {object} VitestFile
 * @property {string} name
 * @property {string} status
 * @property {string} [message] why it did not load
 * @property {{ status: string, fullName?: string, failureMessages?: string[] }[]} assertionResults
 */

/** @type {Counts} */
export const oneFailure = { passed: 0, failed: 1, skipped: 0 }

/** @param {string} why said at the end, where who reads only the last lines finds it @returns {Counts} */
export const failure = (why) => ({ ...oneFailure, failures: [why] })

/** @param {readonly Counts[]} parts @returns {Counts} */
export function sum(parts) {
  const failures = parts.flatMap((part) => part.failures ?? [])
  const total = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    parts.reduce((count, part) => count + part[key], 0)
  return {
    passed: total('passed'),
    failed: total('failed'),
    skipped: total('skipped'),
    ...(failures.length > 0 && { failures }),
  }
}

/** @param {string | undefined} text of several lines, perhaps coloured */
const firstLine = (text = '') =>
  (stripVTControlCharacters(text).trim().split('\n', 1)[0] ?? '').slice(0, 300)

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
    (/** @type {VitestFile} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  const failures = testResults.flatMap((/** @type {VitestFile} */ file) => {
    if (unloaded.includes(file)) return [`${file.name}: ${firstLine(file.message)}`]
    return file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `${file.name} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`)
  })
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
    ...(failures.length > 0 && { failures }),
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
  const failures = [...tap.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(([, title = '']) => title)
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
    ...(failures.length > 0 && { failures }),
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
