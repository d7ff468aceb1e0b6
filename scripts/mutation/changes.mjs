/** The changes that mutation tries on a file, and the file's text with a switch at the place of each. */
import ts from 'typescript'

/** @typedef {{ readonly file: string, readonly start: number, readonly end: number, readonly to: string, readonly what: string, readonly line: number, readonly isStatement: boolean }} Change */

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
    [ts.SyntaxKind.SlashToken, '*'],
    [ts.SyntaxKind.PercentToken, '+'],
    [ts.SyntaxKind.AmpersandToken, '|'],
    [ts.SyntaxKind.BarToken, '&'],
    [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, '<<'],
    [ts.SyntaxKind.LessThanLessThanToken, '>>>'],
  ]),
)

/** What a method of a list or text becomes; an empty text leaves the call away. */
const methods = new Map(
  Object.entries({
    ...{ some: 'every', every: 'some', startsWith: 'endsWith', endsWith: 'startsWith' },
    ...{ find: 'findLast', min: 'max', max: 'min', filter: '', slice: '', sort: '', toSorted: '' },
    ...{ toReversed: '', toLowerCase: '', toUpperCase: '', trim: '', replace: '', replaceAll: '' },
    normalize: '',
  }),
)

/** What makes a text harmless: left away, the text passes as it is. */
const cleaners = new Set(['shortText', 'visibleText', 'withoutPeople', 'escapeText'])

/** What only names something: a property, a module, a part of a pattern. @param {ts.Node} node */
function isName(node) {
  const { parent } = node
  if ('name' in parent && parent.name === node) return true
  if ('propertyName' in parent && parent.propertyName === node) return true
  if (ts.isCallExpression(parent)) return parent.expression.kind === ts.SyntaxKind.ImportKeyword
  return ts.isExpressionStatement(parent)
}

/** What one node may become. @param {ts.Node} node @param {(node: ts.Node) => string} text @returns {string[]} */
function replacements(node, text) {
  if (ts.isBinaryExpression(node)) {
    const to = operators.get(/** @type {never} */ (node.operatorToken.kind))
    if (to !== undefined) return [`${text(node.left)} ${to} ${text(node.right)}`]
    return node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ? [text(node.right)] : []
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return [text(node.operand)]
  }
  if (ts.isCallExpression(node)) {
    const called = node.expression
    if (ts.isPropertyAccessExpression(called)) {
      const to = methods.get(called.name.text)
      if (to === '') return [text(called.expression)]
      if (to !== undefined) {
        return [`${text(called.expression)}.${to}(${node.arguments.map(text).join(', ')})`]
      }
    }
    const [given] = node.arguments
    if (given !== undefined && ts.isIdentifier(called) && cleaners.has(called.text)) {
      return [text(given)]
    }
    return ts.isExpressionStatement(node.parent) ? ['undefined'] : []
  }
  if (isName(node)) return []
  if (ts.isNumericLiteral(node)) return [String(Number(node.text) + 1)]
  if (ts.isStringLiteral(node) && node.text !== '') return ["''"]
  if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) return ['/(?!)/gu']
  if (node.kind === ts.SyntaxKind.TrueKeyword) return ['false']
  if (node.kind === ts.SyntaxKind.FalseKeyword) return ['true']
  return []
}

/** Every change of a file, in the order of its lines. @param {string} file @param {string} text @returns {Change[]} */
export function changesOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  /** @type {Change[]} */
  const changes = []
  const textOf = (/** @type {ts.Node} */ node) => text.slice(node.getStart(source), node.end)
  const shorten = (/** @type {string} */ part) => part.replaceAll(/\s+/g, ' ').slice(0, 60)
  const add = (/** @type {ts.Node} */ node, /** @type {string} */ to) => {
    const start = node.getStart(source)
    const line = source.getLineAndCharacterOfPosition(start).line + 1
    const what = `${shorten(textOf(node))} → ${shorten(to)}`
    changes.push({ file, start, end: node.end, to, what, line, isStatement: startsStatement(node) })
  }
  /** Whether what stands before may run on into it, for want of a semicolon. @param {ts.Node} node */
  const startsStatement = (node) => {
    const start = node.getStart(source)
    let at = node
    while (at.parent.getStart(source) === start && !ts.isStatement(at)) at = at.parent
    if (!ts.isExpressionStatement(at)) return false
    return (
      ts.isBlock(at.parent) || ts.isSourceFile(at.parent) || ts.isCaseOrDefaultClause(at.parent)
    )
  }
  const visit = (/** @type {ts.Node} */ node) => {
    // Types, imports and what they name are gone when the program runs.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return
    if (ts.isTypeAliasDeclaration(node) || ts.isExportDeclaration(node)) return
    const condition = ts.isIfStatement(node)
      ? node.expression
      : ts.isConditionalExpression(node)
        ? node.condition
        : undefined
    if (condition !== undefined) {
      add(condition, 'true')
      add(condition, 'false')
    }
    // A switch in the middle of a chain would break what `?.` leaves out.
    if ((node.flags & ts.NodeFlags.OptionalChain) === 0) {
      for (const to of replacements(node, textOf)) add(node, to)
    }
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(source, visit)
  return changes
}

/**
 * The file's text with a switch at each change: `__changed(7) ? other : what stands there`.
 * @param {string} text
 * @param {readonly (Change & { readonly id: number })[]} changes
 */
export function withSwitches(text, changes) {
  // The outer before the inner, for they contain them.
  const sorted = changes.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let next = 0
  const write = (/** @type {number} */ from, /** @type {number} */ to) => {
    let written = ''
    let at = from
    for (let change = sorted[next]; change !== undefined; change = sorted[next]) {
      const { start, end, isStatement } = change
      if (start >= to) break
      written += text.slice(at, start) + (isStatement ? ';(' : '(')
      for (let same = sorted[next]; same?.start === start && same.end === end;) {
        written += `__changed(${same.id}) ? ${same.to} : `
        same = sorted[(next += 1)]
      }
      written += `(${write(start, end)}))`
      at = end
    }
    return written + text.slice(at, to)
  }
  return write(0, text.length)
}
