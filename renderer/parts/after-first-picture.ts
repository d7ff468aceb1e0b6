/** The time after the first paint. What can wait is done then. */

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
