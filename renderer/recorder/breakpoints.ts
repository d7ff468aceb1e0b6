/** At which width of its own does the Plug in view put the names over the bars instead of beside them? */
export const containerName = 'recorder'
export const small = `@container ${containerName} (max-width: 619px)`
