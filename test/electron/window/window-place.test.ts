/** Does the window come back where it was, and never where nobody can reach it? */
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  fitPlace,
  readWindowPlace,
  writeWindowPlace,
  type WindowPlace,
} from '../../../electron/window/window-place.ts'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const left = { x: -1280, y: 100, width: 1280, height: 984 }
const least = { width: 320, height: 400 }
const place: WindowPlace = { x: 100, y: 80, width: 1240, height: 820, isMaximized: false }

describe('a remembered place', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'place-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  test('is there after the next start', () => {
    const file = join(folder, 'deep', 'window.json')
    expect(readWindowPlace(file)).toBeNull()
    writeWindowPlace(file, place)
    expect(readWindowPlace(file)).toEqual(place)
    expect(readFileSync(file, 'utf8')).toContain('1240')
  })

  test('that is longer than any is not read', () => {
    const file = join(folder, 'window.json')
    writeFileSync(file, JSON.stringify(place).padEnd(5_000))
    expect(readWindowPlace(file)).toBeNull()
  })

  if (process.platform !== 'win32') {
    test('that is a pipe is none, and nobody waits at either end of it', () => {
      const file = join(folder, 'window.json')
      execFileSync('mkfifo', [file])
      expect(readWindowPlace(file)).toBeNull()
      writeWindowPlace(file, place)
      expect(lstatSync(file).isFIFO()).toBe(true)
    })
  }

  test.each(['', '{', '[]', 'null', '{"x":1}', '{"x":1,"y":2,"width":-5,"height":3}', '{"x":"1"}'])(
    'that cannot be read (%s) is none',
    (content) => {
      const file = join(folder, 'window.json')
      writeFileSync(file, content)
      expect(readWindowPlace(file)).toBeNull()
    },
  )

  test('that cannot be written is no reason to fail', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => writeWindowPlace(join(folder, 'file', 'window.json'), place)).not.toThrow()
  })
})

describe('on the screens that exist', () => {
  test('a place that lies on one stays as it is', () => {
    expect(fitPlace(place, [main], least)).toEqual(place)
    const onLeft = { ...place, x: -1200, y: 120, width: 1000 }
    expect(fitPlace(onLeft, [main, left], least)).toEqual(onLeft)
  })

  test('a place on a screen that is gone moves to the main one', () => {
    expect(fitPlace({ ...place, x: -1200, y: 120 }, [main], least)).toEqual({
      ...place,
      x: 0,
      y: 120,
    })
  })

  test('a window larger than its screen is made to fit, and stays maximised', () => {
    const huge = { x: 0, y: 0, width: 5000, height: 4000, isMaximized: true }
    expect(fitPlace(huge, [main], least)).toEqual({ ...main, isMaximized: true })
  })

  test('nothing remembered, or no screen: the system chooses', () => {
    expect(fitPlace(null, [main], least)).toBeNull()
    expect(fitPlace(place, [], least)).toBeNull()
  })

  test('whatever is remembered, the title bar can be reached', () => {
    const pixel = fc.integer({ min: -99_999, max: 99_999 })
    const size = fc.integer({ min: 1, max: 99_999 })
    const anyPlace = fc.record({
      x: pixel,
      y: pixel,
      width: size,
      height: size,
      isMaximized: fc.boolean(),
    })
    fc.assert(
      fc.property(anyPlace, fc.constantFrom([main], [main, left]), (any, screens) => {
        const fitted = fitPlace(any, screens, least)!
        const home = screens.find(
          (area) =>
            fitted.x >= area.x &&
            fitted.x < area.x + area.width &&
            fitted.y >= area.y &&
            fitted.y < area.y + area.height,
        )
        expect(home).toBeDefined()
        expect(fitted.width).toBeGreaterThanOrEqual(least.width)
        expect(fitted.x + fitted.width).toBeLessThanOrEqual(home!.x + home!.width)
      }),
    )
  })
})
