/** What goes with every question to a PC. */
export interface Asking {
  readonly signal: AbortSignal
}
