/** The element id of a server's row. */
export function rowElementId(endpointId: string): string {
  return `connections-server-${endpointId}`
}
