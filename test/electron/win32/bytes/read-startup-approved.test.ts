import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStartupApproved } from '../../../../electron/win32/bytes/read-startup-approved.ts'
import { reportSchema } from '../../../../shared/report/schema/report-schema.ts'
import { failed, known } from '../../../../shared/model/probe.ts'

const bytes = (hex: string) => ({ kind: 'bytes', bytes: Buffer.from(hex, 'hex') }) as const

test.each([
  ['020000000000000000000000', { isOn: true, offSinceUtc: null }],
  ['060000000000000000000000', { isOn: true, offSinceUtc: null }],
  ['000000000000000000000000', { isOn: true, offSinceUtc: null }],
  // 1 January 1970, as a FILETIME.
  ['0300000000803ed5deb19d01', { isOn: false, offSinceUtc: '1970-01-01T00:00:00.000Z' }],
  ['070000000000000000000000', { isOn: false, offSinceUtc: null }],
  // The time of an entry that is on again says nothing.
  ['0200000000803ed5deb19d01', { isOn: true, offSinceUtc: null }],
  ['03000000ffffffffffffffff', { isOn: false, offSinceUtc: null }],
])('%s is read as it is meant', (hex, value) => {
  expect(readStartupApproved(bytes(hex))).toEqual(known(value))
})

test('what is not twelve bytes is not guessed at', () => {
  for (const hex of ['', '03', '0300000000803ed5deb19d', '0300000000803ed5deb19d0100']) {
    expect(readStartupApproved(bytes(hex))).toEqual(failed('unreadable'))
  }
  expect(readStartupApproved({ kind: 'text', text: '03' })).toEqual(failed('unreadable'))
  expect(readStartupApproved({ kind: 'number', number: 3 })).toEqual(failed('unreadable'))
})

test('every time that is told is one that a report can hold', () => {
  const moment = reportSchema.shape.generatedAtUtc
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (given) => {
      const read = readStartupApproved({ kind: 'bytes', bytes: Buffer.from(given) })
      if (read.state !== 'known') throw new Error(read.reason)
      if (read.value.offSinceUtc !== null) moment.parse(read.value.offSinceUtc)
      expect(read.value.isOn).toBe((given[0]! & 1) === 0)
    }),
  )
})
