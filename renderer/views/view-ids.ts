/** Which views has the window, in the order of its tabs? */
export const viewIds = ['helpers', 'what-is', 'all', 'connections', 'myths'] as const
export type ViewId = (typeof viewIds)[number]
