/** Is each fact about devices and drivers so, not so, or not known, exactly where this PC says so? */
import { describe, expect, test } from 'vitest'
import type { FactName } from '../../../../shared/judge/named-facts.ts'
import type { PcFacts } from '../../../../shared/model/pc-facts.ts'
import { known } from '../../../../shared/model/probe.ts'
import { askFact, firstOf } from '../../../fixtures/ask-fact.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'

describe('devices', () => {
  const device = firstOf(pcFacts.devices)
  const devices = (...all: readonly Partial<typeof device>[]) => ({
    devices: known(all.map((one) => ({ ...device, ...one }))),
  })

  test.each<[FactName, Partial<PcFacts>, string]>([
    ['device.isSeen', {}, 'yes Apple Mobile Device USB Driver'],
    ['device.isSeen', devices({ isPresent: false }), 'no'],
    ['device.isSeen', devices({ driverName: null, inf: null }), 'yes iPhone'],
    ['device.isSeen', devices({ driverName: null }, { driverName: 'second' }), 'yes usbaapl64.inf'],
    ['device.hasDriver', devices({ problemCode: 28 }), 'no'],
    [
      'device.hasDriver',
      devices({ class: 'winusb', problemCode: null }),
      'yes Apple Mobile Device USB Driver',
    ],
    ['device.hasDriver', devices({ class: 'foreign' }), 'no'],
    ['device.isForeign', devices({ class: 'foreign' }), 'yes Apple Mobile Device USB Driver'],
    ['device.hasProblem', devices({ problemCode: 10 }), 'yes Apple Mobile Device USB Driver'],
    ...[0, 28, 45, null].map((problemCode): [FactName, Partial<PcFacts>, string] => [
      'device.hasProblem',
      devices({ problemCode }),
      'no',
    ]),
    ['device.isBehindHubs', devices({ hubsBetween: 2 }), 'yes Apple Mobile Device USB Driver'],
    ['device.isBehindHubs', devices({ hubsBetween: 1 }), 'no'],
    ['device.isBehindHubs', devices({ hubsBetween: null }), '? not-checked'],
    [
      'device.isBehindHubs',
      devices({ hubsBetween: null }, { hubsBetween: 3 }),
      'yes Apple Mobile Device USB Driver',
    ],
  ])('%s %#: %s', (name, pc, expected) => {
    expect(askFact(name, pc)).toBe(expected)
  })

  test.each([
    [0, null, 'yes SearchOrderConfig'],
    [1, 1, 'yes ExcludeWUDriversInQualityUpdate'],
    [1, 0, 'no'],
    [null, null, 'no'],
  ])(
    'drivers with policies %j and %j: %s',
    (searchOrderConfig, excludeDriversInQualityUpdate, expected) => {
      const driverPolicies = known({
        searchOrderConfig,
        excludeDriversInQualityUpdate,
        preventDeviceMetadata: 1,
      })
      expect(askFact('drivers.areForbidden', { driverPolicies })).toBe(expected)
    },
  )
})
