/** Is what a stream could not take told by its reason, and a reader who has seen enough no error? Streams that fail as the system's do. */
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { readAll, writeTo } from '../../../electron/cli/streams.ts'

const failing = (error?: Error & { code?: string }) =>
  new Writable({
    write: (_chunk, _encoding, done) => {
      done(error)
    },
  }) as unknown as NodeJS.WriteStream
const withCode = (code: string) => Object.assign(new Error('could not be written'), { code })

test('what is out is no error', async () => {
  expect(await writeTo(failing(), 'x')).toBeNull()
})

test.each(['ENOSPC', 'EIO', 'EFBIG'])('%s is told', async (code) => {
  expect(await writeTo(failing(withCode(code)), 'x')).toBe(code)
})

test('an error without a code is told by its words', async () => {
  expect(await writeTo(failing(new Error('gone')), 'x')).toBe('gone')
})

test.each(['EPIPE', 'EOF'])('%s means that nobody reads on', async (code) => {
  const stream = failing(withCode(code))
  expect(await writeTo(stream, 'x')).toBe('closed')
  // It is told of once more, and ends nothing.
  expect(await writeTo(stream, 'y')).toBe('closed')
})

test('of a stream so many bytes are read, and what comes after them is not', async () => {
  const pieces = ['abc', 'def', 'ghi']
  const read: string[] = []
  const stream = {
    async *[Symbol.asyncIterator]() {
      for (const piece of pieces) {
        await Promise.resolve()
        read.push(piece)
        yield Buffer.from(piece)
      }
    },
  } as unknown as NodeJS.ReadStream
  expect(Buffer.from(await readAll(stream, 5)).toString()).toBe('abcde')
  expect(read).toEqual(['abc', 'def'])
})
