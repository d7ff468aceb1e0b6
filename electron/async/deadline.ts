/** A deadline for an answer that may never come. A drive that hangs must not keep the whole inspection waiting. */

/** The answer, or `late` when it takes longer than `deadlineMs`. What was asked goes on in the background. */
export async function withDeadline<T>(answer: Promise<T>, deadlineMs: number, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(late)
    }, deadlineMs)
  })
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
