/** Jobs side by side: as many at a time as there are processors, and never two of which one may not stand beside the other. */
import { availableParallelism } from 'node:os'

/**
 * @template {{ readonly name: string, readonly notBeside?: string }} Job
 * @template Result
 * @param {readonly Job[]} jobs in the order in which they shall begin
 * @param {(job: Job) => Promise<Result>} run
 * @param {number} atOnce
 * @returns {Promise<Result[]>} in the order of the jobs
 */
export async function runSideBySide(jobs, run, atOnce = availableParallelism()) {
  /** @type {Map<Job, Promise<void>>} */
  const running = new Map()
  /** @type {Map<Job, Result>} */
  const results = new Map()
  const waiting = [...jobs]
  const canBegin = (/** @type {Job} */ job) =>
    [...running.keys()].every(
      (other) => other.name !== job.notBeside && other.notBeside !== job.name,
    )
  while (waiting.length + running.size > 0) {
    const at = running.size < atOnce ? waiting.findIndex(canBegin) : -1
    const [job] = at < 0 ? [] : waiting.splice(at, 1)
    if (job === undefined) {
      await Promise.race(running.values())
      continue
    }
    const end = run(job).then((result) => {
      results.set(job, result)
      running.delete(job)
    })
    running.set(job, end)
  }
  return jobs.map((job) => /** @type {Result} */ (results.get(job)))
}
