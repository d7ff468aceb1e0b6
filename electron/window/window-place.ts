/** Place and size of the window, remembered. Read before the window opens, so without any package. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** In device-independent pixels, as Electron counts. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowPlace extends Rectangle {
  readonly isMaximized: boolean
  /** The size of the content, in per cent, where it is not 100. */
  readonly zoom?: number
}

/** The title bar's part that must be in reach, so that the window can be moved by hand. */
const reachWidth = 120
const reachHeight = 32

/** What we write there has a hundred. */
const mostBytes = 4096

/** Null when there is no such file, or it holds no place. */
export function readWindowPlace(file: string): WindowPlace | null {
  try {
    // A pipe in its place would keep the window from opening at all.
    const found = statSync(file)
    if (!found.isFile() || found.size > mostBytes) return null
    return asPlace(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function asPlace(value: unknown): WindowPlace | null {
  if (typeof value !== 'object' || value === null) return null
  const { x, y, width, height, isMaximized, zoom } = value as Record<string, unknown>
  return isPixel(x) && isPixel(y) && isPixel(width) && isPixel(height) && width > 0 && height > 0
    ? { x, y, width, height, isMaximized: isMaximized === true, ...(isZoom(zoom) && { zoom }) }
    : null
}

function isPixel(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000
}

/** What the steps of zoom.ts lead to. */
function isZoom(value: unknown): value is number {
  return typeof value === 'number' && value >= 50 && value <= 300
}

/** A place that cannot be remembered is no reason to say anything. */
export function writeWindowPlace(file: string, place: WindowPlace): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    // Nor would a pipe let it close.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) return
    writeFileSync(file, `${JSON.stringify(place)}\n`)
  } catch {
    // A locked stick, a full disk: the window opens in its usual place next time.
  }
}

/**
 * The remembered place, moved and made smaller so that it lies on a screen that exists.
 * @param workAreas of the screens, without their taskbars; the first is the main one.
 * @returns null when nothing is remembered or there is no screen: the system then chooses.
 */
export function fitPlace(
  place: WindowPlace | null,
  workAreas: readonly Rectangle[],
  least: { readonly width: number; readonly height: number },
): WindowPlace | null {
  const [main] = workAreas
  if (place === null || main === undefined) return null
  const home = workAreas.find((area) => isInReach(place, area)) ?? main
  const width = Math.max(least.width, Math.min(place.width, home.width))
  const height = Math.max(least.height, Math.min(place.height, home.height))
  return {
    x: between(place.x, home.x, home.x + Math.max(0, home.width - width)),
    y: between(place.y, home.y, home.y + Math.max(0, home.height - height)),
    width,
    height,
    isMaximized: place.isMaximized,
    ...(place.zoom !== undefined && { zoom: place.zoom }),
  }
}

function isInReach(place: Rectangle, area: Rectangle): boolean {
  const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
  return (
    width >= reachWidth &&
    place.y >= area.y - reachHeight / 2 &&
    place.y <= area.y + area.height - reachHeight
  )
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
