import { expect, test } from 'vitest'
import { recoveryOf } from '../../../../electron/win32/processes/read-service-key.ts'

const bytes = (hex: string) => ({ kind: 'bytes' as const, bytes: Buffer.from(hex, 'hex') })

// Made, not recorded: FailureActions as `sc failure NAME reset= 86400 actions= restart/60000/run/1000//0` of Windows writes it,
// by the layout of many exported registry files (a period, two pointers, a count, an offset of 20, then pairs).
const recorded =
  '80510100' +
  '00000000' +
  '00000000' +
  '03000000' +
  '14000000' +
  '01000000' +
  '60ea0000' +
  '03000000' +
  'e8030000' +
  '00000000' +
  '00000000'

test('what Windows does after each failure, in their order', () => {
  expect(recoveryOf(bytes(recorded))).toEqual(['restart', 'run-command', 'none'])
})

test('nothing is read that is not there', () => {
  expect(recoveryOf(null)).toEqual([])
  expect(recoveryOf({ kind: 'text', text: 'restart' })).toEqual([])
  for (let length = 0; length < recorded.length; length += 2) {
    const cut = recoveryOf(bytes(recorded.slice(0, length)))
    expect(['restart', 'run-command', 'none'].slice(0, cut.length)).toEqual(cut)
  }
  // A count that claims four thousand million.
  const many = `${recorded.slice(0, 24)}ffffffff${recorded.slice(32)}`
  expect(recoveryOf(bytes(many))).toEqual(['restart', 'run-command', 'none'])
  // A kind that nobody knows.
  expect(
    recoveryOf(
      bytes(recorded.replace('0300000014', '0100000014').replace('0100000060', 'ff00000060')),
    ),
  ).toEqual(['none'])
})
