import { describe, expect, test } from 'vitest'
import { runSideBySide } from '../../../scripts/suites/side-by-side.mjs'

/** Runs the jobs and ends each one by hand; what runs at the moment is in `running`. */
function openRun(
  jobs: readonly { readonly name: string; readonly notBeside?: string }[],
  atOnce: number,
) {
  const running = new Map<string, () => void>()
  const results = runSideBySide(
    jobs,
    ({ name }) =>
      new Promise<string>((resolve) => {
        running.set(name, () => {
          running.delete(name)
          resolve(name)
        })
      }),
    atOnce,
  )
  const end = async (name: string) => {
    running.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
    return [...running.keys()]
  }
  return { results, running, end }
}

describe('suites side by side', () => {
  test('are as many as allowed, the next begins when one has ended, and results keep the order', async () => {
    const { results, running, end } = openRun([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2)
    expect([...running.keys()]).toEqual(['a', 'b'])
    expect(await end('b')).toEqual(['a', 'c'])
    expect(await end('a')).toEqual(['c'])
    await end('c')
    expect(await results).toEqual(['a', 'b', 'c'])
  })

  test('are never two of which one may not stand beside the other: a later one goes first', async () => {
    const jobs = [{ name: 'a' }, { name: 'b', notBeside: 'a' }, { name: 'c' }, { name: 'd' }]
    const { results, running, end } = openRun(jobs, 2)
    expect([...running.keys()]).toEqual(['a', 'c'])
    expect(await end('c')).toEqual(['a', 'd'])
    expect(await end('d')).toEqual(['a'])
    expect(await end('a')).toEqual(['b'])
    await end('b')
    expect(await results).toEqual(['a', 'b', 'c', 'd'])
  })

  test('of none there is nothing to wait for', async () => {
    expect(await runSideBySide([], () => Promise.resolve(1), 2)).toEqual([])
  })
})
