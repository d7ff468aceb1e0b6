/** Breakpoints of the Plug in view, by its own width. */
export const containerName = 'recorder'
export const small = `@container ${containerName} (max-width: 619px)`
