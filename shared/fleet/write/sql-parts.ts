/** Pieces of SQL that the question is put together from. */

/** A text as SQL writes it. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

export function list(values: readonly string[]): string {
  return values.map(text).join(', ')
}

/** A pattern for LIKE: no name of the catalogue holds a sign that it would read otherwise. */
export function like(column: string, patterns: readonly string[]): string {
  return patterns.map((pattern) => `${column} LIKE ${text(pattern)}`).join(' OR ')
}

const folders = ['\\users\\', '\\documents and settings\\']

/** The name of a user's folder becomes `_`, and a share keeps the file's name alone. */
export function masked(column: string): string {
  const users = folders.reduce(
    (inner, folder) =>
      `(CASE WHEN ${hasUser(column, folder)} THEN ${withoutUser(column, folder)} ELSE ${inner} END)`,
    column,
  )
  const share = `${column} LIKE '\\\\%' AND ${column} NOT LIKE '\\\\?\\%' AND ${column} NOT LIKE '\\\\.\\%'`
  return `(CASE WHEN ${share} THEN '\\\\_\\_\\' ELSE ${users} END)`
}

const at = (column: string, folder: string) => `instr(lower(${column}), ${text(folder)})`
const rest = (column: string, folder: string) =>
  `substr(${column}, ${at(column, folder)} + ${folder.length})`

function hasUser(column: string, folder: string): string {
  return `${at(column, folder)} > 0`
}

function withoutUser(column: string, folder: string): string {
  const after = rest(column, folder)
  const name = `substr(${column}, 1, ${at(column, folder)} + ${folder.length - 1}) || '_'`
  return `${name} || (CASE WHEN instr(${after}, '\\') > 0 THEN substr(${after}, instr(${after}, '\\')) ELSE '' END)`
}

/** Of a command whose first path is masked: what follows a second user's folder or a share is left out. */
export function maskedAgain(column: string): string {
  const folder = '\\users\\'
  const tail = rest(column, folder)
  const upTo = `substr(${column}, 1, ${at(column, folder)} + ${folder.length - 1})`
  const second = `${hasUser(column, folder)} AND ${hasUser(tail, folder)}`
  const share = `instr(substr(${column}, 3), '\\\\')`
  return `(CASE WHEN ${share} > 0 THEN substr(${column}, 1, ${share} + 1) || '\\\\_\\_' WHEN ${second} THEN ${upTo} || substr(${tail}, 1, ${at(tail, folder)} + ${folder.length - 1}) || '_' ELSE ${column} END)`
}
