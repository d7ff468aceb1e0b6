/**
 * Mutation of a folder's code, on demand: `npm run mutate -- FOLDER [TESTS …]`. Changes the files of the folder
 * one operator, condition, number or text at a time, in memory (see vitest.config.ts), and runs the tests of the same folder under `test/` (or
 * those that are named). On demand; no part of `npm test`. Prints the survivors, and how many fell.
 *
 * Options: `--most N` takes only so many changes, spread evenly; `--list` only names them.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import ts from 'typescript'
import { inCache, inProject, tell } from './project.mjs'
import { runNode } from './run.mjs'

/** @typedef {{ readonly file: string, readonly start: number, readonly end: number, readonly to: string, readonly what: string, readonly line: number }} Change */

/** What an operator becomes. */
const operators = new Map(
  /** @type {const} */ ([
    [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
    [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
    [ts.SyntaxKind.LessThanToken, '<='],
    [ts.SyntaxKind.LessThanEqualsToken, '<'],
    [ts.SyntaxKind.GreaterThanToken, '>='],
    [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
    [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
    [ts.SyntaxKind.BarBarToken, '&&'],
    [ts.SyntaxKind.PlusToken, '-'],
    [ts.SyntaxKind.MinusToken, '+'],
    [ts.SyntaxKind.AsteriskToken, '+'],
    [ts.SyntaxKind.AmpersandToken, '|'],
    [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, '<<'],
    [ts.SyntaxKind.LessThanLessThanToken, '>>>'],
  ]),
)

/** Every change of a file, in the order of its lines. @param {string} file @param {string} text @returns {Change[]} */
export function changesOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  /** @type {Change[]} */
  const changes = []
  const add = (/** @type {ts.Node} */ node, /** @type {string} */ to) => {
    const start = node.getStart(source)
    const line = source.getLineAndCharacterOfPosition(start).line + 1
    const was = text.slice(start, node.end).replaceAll(/\s+/g, ' ').slice(0, 60)
    changes.push({ file, start, end: node.end, to, what: `${was} → ${to.slice(0, 30)}`, line })
  }
  const visit = (/** @type {ts.Node} */ node) => {
    // Types, imports and what they name are gone when the program runs.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return
    if (ts.isTypeAliasDeclaration(node)) return
    if (ts.isBinaryExpression(node)) {
      const to = operators.get(/** @type {never} */ (node.operatorToken.kind))
      if (to !== undefined) add(node.operatorToken, to)
    }
    if (ts.isIfStatement(node)) {
      add(node.expression, 'true')
      add(node.expression, 'false')
    }
    if (ts.isConditionalExpression(node)) {
      add(node.condition, 'true')
      add(node.condition, 'false')
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      add(node, `(${node.operand.getText(source)})`)
    }
    if (ts.isNumericLiteral(node)) add(node, String(Number(node.text.replaceAll('_', '')) + 1))
    if (ts.isStringLiteral(node) && !ts.isPropertyAssignment(node.parent) && node.text !== '') {
      add(node, "''")
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false')
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true')
    ts.forEachChild(node, visit)
  }
  visit(source)
  return changes
}

/** @param {string} folder a folder or a file @returns {string[]} */
function filesIn(folder) {
  if (statSync(inProject(folder)).isFile()) return [folder]
  return readdirSync(inProject(folder), { recursive: true })
    .map(String)
    .filter((name) => /\.ts$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
    .sort()
}

/** @param {readonly Change[]} changes @param {number} most */
function spread(changes, most) {
  if (changes.length <= most) return changes
  return Array.from({ length: most }, (_, index) => {
    return /** @type {Change} */ (changes[Math.floor((index * changes.length) / most)])
  })
}

/** @param {Change | undefined} change @param {readonly string[]} tests @returns {Promise<boolean>} whether a test noticed */
async function isNoticed(change, tests) {
  const { code } = await runNode(
    [
      inProject('node_modules/vitest/vitest.mjs'),
      ...['run', '--project', 'unit', '--bail', '1', '--maxWorkers', '1', '--reporter', 'dot'],
      // What never ends was noticed, too.
      ...['--testTimeout', '20000', ...tests],
    ],
    {
      quiet: true,
      timeoutMs: 120_000,
      env: { ...process.env, ...(change && { INSPECTOR_CHANGE: JSON.stringify(change) }) },
    },
  )
  return code !== 0
}

/** @param {readonly Change[]} changes @param {readonly string[]} tests */
async function run(changes, tests) {
  if (await isNoticed(undefined, tests)) throw new Error('The tests fail as they are.')
  const survivors = []
  for (const [index, change] of changes.entries()) {
    if (!(await isNoticed(change, tests))) {
      survivors.push(change)
      tell(`survived: ${change.file}:${change.line} ${change.what}`)
    }
    if (index % 25 === 24) tell(`${index + 1} of ${changes.length}`)
  }
  return survivors
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { most: { type: 'string' }, list: { type: 'boolean' } },
  })
  const [folder, ...given] = positionals
  if (folder === undefined) throw new Error('Which folder? npm run mutate -- shared/judge')
  const all = filesIn(folder).flatMap((file) =>
    changesOf(file, readFileSync(inProject(file), 'utf8')),
  )
  const changes = spread(all, Number(values.most ?? Infinity))
  if (values.list === true) {
    for (const { file, line, what } of changes) tell(`${file}:${line} ${what}`)
    return
  }
  const tests = given.length > 0 ? given : [`test/${folder.replace(/\.ts$/, '')}`]
  const survivors = await run(changes, tests)
  const killed = changes.length - survivors.length
  const percent = ((100 * killed) / changes.length).toFixed(1)
  tell(`${folder}: ${killed} of ${changes.length} noticed (${percent} %), of ${all.length} in all`)
  writeFileSync(
    inCache('mutate.json'),
    JSON.stringify({ folder, killed, tried: changes.length, all: all.length, survivors }, null, 2),
  )
}

if (process.argv[1] === import.meta.filename) await main()
