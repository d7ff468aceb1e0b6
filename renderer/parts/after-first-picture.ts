/**
 * The time after the first paint, for what can wait. What `later.tsx` loads then would cost about 30 ms of the start; for
 * small things it makes no difference that the bench could show (docs/measurements.md).
 */

/** Only the start of the program waits: whatever is asked later is done at once. */
let hasFirstPicture = false

/** @returns a function that gives the wish up. */
export function afterFirstPicture(run: () => void): () => void {
  if (hasFirstPicture) {
    run()
    return () => {}
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  // A frame's callbacks run before it is painted, a timer started in them after it.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      hasFirstPicture = true
      run()
    })
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
