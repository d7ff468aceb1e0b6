/** Breakpoints of the Connections view, by its own width. */
export const containerName = 'connections'

/** One column, rows on two lines, the way from top to bottom. */
export const small = `@container ${containerName} (max-width: 619px)`
/** Room for a second column at the side. */
export const large = `@container ${containerName} (min-width: 860px)`
