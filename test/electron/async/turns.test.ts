import { describe, expect, test } from 'vitest'
import { inTurns, nextTurn, takeTurns } from '../../../electron/async/turns.ts'

/** Keeps the thread, as work does. */
function keepBusy(milliseconds: number): void {
  const endsAt = performance.now() + milliseconds
  while (performance.now() < endsAt);
}

/** How often whatever else waits for the thread got its turn meanwhile. */
async function turnsOfOthers(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let isOver = false
  const another = () => {
    turns += 1
    if (!isOver) setImmediate(another)
  }
  setImmediate(another)
  await work()
  isOver = true
  return turns
}

describe('work that takes turns', () => {
  test('lets others go first when it has kept the thread for a while', async () => {
    const turns = await turnsOfOthers(async () => {
      const rest = takeTurns()
      for (let piece = 0; piece < 10; piece += 1) {
        keepBusy(6)
        await rest()
      }
    })
    expect(turns).toBeGreaterThanOrEqual(9)
  })

  test('goes straight on while it is quick', async () => {
    const turns = await turnsOfOthers(async () => {
      const rest = takeTurns()
      for (let piece = 0; piece < 3; piece += 1) await rest()
    })
    expect(turns).toBe(0)
  })
})

describe('many who wait for a turn', () => {
  test('do not take theirs all at once when each has much to do', async () => {
    const turns = await turnsOfOthers(() =>
      Promise.all(
        Array.from({ length: 8 }, async () => {
          await nextTurn()
          await Promise.resolve()
          keepBusy(3)
        }),
      ),
    )
    expect(turns).toBeGreaterThanOrEqual(3)
  })

  test('take theirs in the order of asking, and who asks meanwhile comes after them', async () => {
    const order: string[] = []
    const one = async (name: string) => {
      for (const round of [1, 2]) {
        await nextTurn()
        order.push(`${name}${round}`)
        keepBusy(6)
      }
    }
    await Promise.all(['a', 'b', 'c'].map(one))
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2'])
  })

  test('hold nobody up when they have little to do', async () => {
    const turns = await turnsOfOthers(() => Promise.all(Array.from({ length: 50 }, nextTurn)))
    expect(turns).toBeLessThanOrEqual(2)
  })

  test('do not wait for each other’s answers', async () => {
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    await Promise.all([nextTurn().then(() => answered), nextTurn().then(answer)])
  })
})

describe('many questions', () => {
  test('are asked in several turns when asking takes long, and answered in their order', async () => {
    let answers: readonly string[] = []
    const turns = await turnsOfOthers(async () => {
      answers = await inTurns([3, 1, 2], async (item, index) => {
        keepBusy(6)
        await new Promise((resolve) => setTimeout(resolve, item * 5))
        return `${index}: ${item}`
      })
    })
    expect(answers).toEqual(['0: 3', '1: 1', '2: 2'])
    expect(turns).toBeGreaterThanOrEqual(2)
  })

  test('are all asked before the first has answered', async () => {
    const asked: number[] = []
    let answerAll = () => {}
    const answered = new Promise<void>((resolve) => {
      answerAll = resolve
    })
    await inTurns([0, 1, 2], async (item) => {
      asked.push(item)
      if (asked.length === 3) answerAll()
      await answered
    })
    expect(asked).toEqual([0, 1, 2])
  })

  test('fail as one when one of them throws', async () => {
    const answer = inTurns([1, 2, 3], (item) =>
      item === 2 ? Promise.reject(new Error('no')) : Promise.resolve(item),
    )
    await expect(answer).rejects.toThrow('no')
  })
})
