/** The part of sql.js that the tests use; the package brings no types. */
declare module 'sql.js' {
  export type Cell = string | number | null
  export interface Database {
    readonly run: (sql: string, values?: readonly Cell[]) => void
    readonly exec: (sql: string) => readonly {
      readonly columns: readonly string[]
      readonly values: readonly (readonly Cell[])[]
    }[]
    readonly close: () => void
  }
  const initSqlJs: () => Promise<{ readonly Database: new () => Database }>
  export default initSqlJs
}
