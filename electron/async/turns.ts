/** Turns for long work on the main thread. It rests every few milliseconds. */

/** The main thread is never kept longer than this by work that takes turns. */
const turnMs = 5

/** Who waits for a turn, in the order of asking. */
let waiting: (() => void)[] = []
let isRoundDue = false

/** Lets go first whatever else waits for the main thread. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (!isRoundDue) askForRound()
  })
}

function askForRound(): void {
  isRoundDue = true
  setImmediate(goRound)
}

/**
 * All who waited, one after the other, until they have together kept the main thread for a turn: many who each do a
 * little are as long as one who does much. The rest come in the next round.
 */
function goRound(): void {
  const endsAt = performance.now() + turnMs
  const round = waiting
  waiting = []
  goOn()

  function goOn(): void {
    round.shift()?.()
    // It goes on in a microtask; this comes when it has done all that it can do at once.
    queueMicrotask(() => process.nextTick(afterOne))
  }

  function afterOne(): void {
    if (round.length > 0 && performance.now() < endsAt) {
      goOn()
      return
    }
    waiting = [...round, ...waiting]
    if (waiting.length > 0) askForRound()
    else isRoundDue = false
  }
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
