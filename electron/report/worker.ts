/** Entry of the worker that opens and compares reports: 20 MB of JSON are read and judged beside the window, and given up at any moment. */
import { parentPort } from 'node:worker_threads'
import { answerQuestion, type ReportQuestion } from './answer-question.ts'

parentPort?.on('message', (question: ReportQuestion) => {
  answerQuestion(question).then(
    (value) => parentPort?.postMessage(value),
    (error: unknown) => {
      // A bug: the worker ends, and whoever waits is told.
      setImmediate(() => {
        throw error
      })
    },
  )
})
