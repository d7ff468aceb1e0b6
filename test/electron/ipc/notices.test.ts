import { describe, expect, test } from 'vitest'
import { noticesAtStart } from '../../../electron/ipc/notices.ts'

const drive = 'C:\\Tools\\process-inspector-for-itunes.exe'

const usual = { settingsWereDamaged: false, canKeepSettings: true }

describe('when the window opens it says', () => {
  test('nothing, as a rule', () => {
    expect(noticesAtStart({ ...usual, program: drive })).toEqual([])
    expect(noticesAtStart({ ...usual, program: '/opt/inspector' })).toEqual([])
  })

  test('that the settings were damaged', () => {
    expect(noticesAtStart({ ...usual, settingsWereDamaged: true, program: drive })).toEqual([
      'settings-damaged',
    ])
  })

  test('that choices hold only until it is closed', () => {
    expect(noticesAtStart({ ...usual, canKeepSettings: false, program: drive })).toEqual([
      'settings-not-kept',
    ])
  })

  test.each(['\\\\server\\share\\inspector.exe', '\\\\?\\UNC\\server\\share\\inspector.exe'])(
    'that it runs from a network share: %s',
    (program) => {
      expect(noticesAtStart({ ...usual, settingsWereDamaged: true, program })).toEqual([
        'settings-damaged',
        'network-share',
      ])
    },
  )

  test('nothing about a drive that is written in the long way', () => {
    expect(noticesAtStart({ ...usual, program: `\\\\?\\${drive}` })).toEqual([])
  })
})
