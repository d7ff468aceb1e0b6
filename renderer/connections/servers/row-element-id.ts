/** Under which id does the page know the button of a server's row? */
export function rowElementId(endpointId: string): string {
  return `connections-server-${endpointId}`
}
