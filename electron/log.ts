/** The log of unexpected errors. To standard error, one line each; nothing is sent anywhere. */
export function logError(where: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`[${where}] ${text}`)
}
