/** Turns for long work on the main thread. It rests every few milliseconds. */

/** The main thread is never kept longer than this by work that takes turns. */
const turnMs = 5

/** Lets go first whatever else waits for the main thread. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** @returns a function to be awaited between two pieces of the work: it rests when the turn is over, else not. */
export function takeTurns(): () => Promise<void> {
  let endsAt = performance.now() + turnMs
  return async () => {
    if (performance.now() < endsAt) return
    await nextTurn()
    endsAt = performance.now() + turnMs
  }
}

/** One answer for each item, in their order. All are asked before the first has answered, but not all in one turn. */
export function inTurns<T, R>(
  items: readonly T[],
  ask: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const rest = takeTurns()
  let before = Promise.resolve()
  return Promise.all(
    items.map((item, index) => {
      before = before.then(rest)
      return before.then(() => ask(item, index))
    }),
  )
}
