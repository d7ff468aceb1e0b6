/**
 * Does the window still look as it did when somebody last looked and found it good? Held against kept pictures; a picture
 * that shall be another from now on is taken over with `npm run shots -- --accept`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import pixelmatch from 'pixelmatch'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../shared/text/languages.ts'
import type { Scene } from '../shots/scene.ts'
import { scenes } from '../shots/scenes.ts'
import { openStage, resize, setLook, show, takePicture, zoom, type Look } from '../shots/stage.ts'
import type { OpenedApp } from '../e2e/open-app.ts'

/** A pixel differs when its colour is further away than this, of 1; edges of letters that are smoothed are left out. */
const colourTolerance = 0.1
/** Of all pixels: about one letter in the largest picture. */
const mostDiffering = 0.000_1

const root = join(import.meta.dirname, '../..')
const kept = join(import.meta.dirname, 'baselines')
const results = join(root, 'test-results/visual')
const isAccepting = process.env['INSPECTOR_ACCEPT_PICTURES'] === '1'
const wide = { width: 1000, height: 700 }
const small = { width: 320, height: 640 }

interface Case {
  readonly name: string
  readonly scene: string
  readonly look?: Look
  readonly language?: Language
  readonly factor?: number
  readonly size?: typeof wide
}

const cases: readonly Case[] = [
  { name: 'the start page, all well, light', scene: 'start-good' },
  { name: 'the start page, all well, dark', scene: 'start-good', look: 'dark' },
  { name: 'the start page, all well, forced colours', scene: 'start-good', look: 'forced' },
  { name: 'the start page in Swedish', scene: 'start-good', language: 'sv' },
  { name: 'the start page in German', scene: 'start-good', language: 'de' },
  { name: 'the start page at 200 %', scene: 'start-good', factor: 2 },
  { name: 'the start page, 320 wide', scene: 'start-good', size: small },
  { name: 'something to look at, with its details', scene: 'start-look-closer' },
  { name: 'nothing known for want of rights', scene: 'start-unsure' },
  { name: 'helpers stopped', scene: 'start-stopped' },
  { name: 'no Windows', scene: 'start-not-windows' },
  { name: 'no list', scene: 'start-failed' },
  { name: 'the search, a look-alike', scene: 'search-look-alike' },
  { name: 'processes', scene: 'processes' },
  { name: 'all processes', scene: 'all' },
  { name: 'connections before a check', scene: 'connections' },
  { name: 'connections after a check, dark', scene: 'connections-checked', look: 'dark' },
  { name: 'myths', scene: 'help' },
  { name: 'a recording', scene: 'recorder-done' },
]

const idOf = ({ name }: Case) => name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()
const keptPicture = (one: Case) => join(kept, `${idOf(one)}.webp`)

let opened: OpenedApp
beforeAll(async () => {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  mkdirSync(kept, { recursive: true })
  opened = await openStage()
})
afterAll(() => opened.close())

interface Raw {
  readonly data: Buffer
  readonly info: { readonly width: number; readonly height: number }
}
const rawOf = (picture: Buffer): Promise<Raw> =>
  sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })

async function stage({ scene: name, look = 'light', language = 'en', ...more }: Case) {
  const scene = scenes.find((one): one is Scene => one.name === name)!
  const { width, height } = more.size ?? wide
  await resize(opened, width, height)
  await zoom(opened, more.factor ?? 1)
  await setLook(opened, look)
  await show(opened, scene, language)
}

/** @returns the share of all pixels that differ, and a picture of them. */
async function compare(before: Buffer, now: Buffer) {
  const [one, other] = await Promise.all([rawOf(before), rawOf(now)])
  const { width, height } = one.info
  if (width !== other.info.width || height !== other.info.height) return { share: 1 }
  const difference = Buffer.alloc(one.data.length)
  const count = pixelmatch(one.data, other.data, difference, width, height, {
    threshold: colourTolerance,
  })
  const raw = { raw: { width, height, channels: 4 as const } }
  return { share: count / (width * height), picture: await sharp(difference, raw).png().toBuffer() }
}

/** How long a picture that differs may still become the kept one: views are loaded when they are first asked for. */
const hangGuardMs = 20_000

/** The window's picture, as soon as it is the kept one; else the last of many. */
async function pictureLike(before: Buffer) {
  for (const startedMs = performance.now(); ;) {
    const now = await takePicture(opened)
    const difference = await compare(before, now)
    const isOver = performance.now() - startedMs > hangGuardMs
    if (difference.share <= mostDiffering || isOver) return { now, ...difference }
  }
}

/** To be kept: parts of a view that come later are there when nothing has changed for a while. */
async function lastPicture(): Promise<Buffer> {
  let last = await takePicture(opened)
  for (let same = 0; same < 5;) {
    await opened.page.waitForTimeout(300)
    const now = await takePicture(opened)
    same = now.equals(last) ? same + 1 : 0
    last = now
  }
  return last
}

describe('the window looks as it did', () => {
  test.each(cases)('$name', async (one) => {
    const id = idOf(one)
    const file = keptPicture(one)
    await stage(one)
    if (isAccepting) {
      await sharp(await lastPicture())
        .webp({ lossless: true, effort: 6 })
        .toFile(file)
      return
    }
    expect(existsSync(file), `${relative(root, file)} is missing: npm run shots -- --accept`).toBe(
      true,
    )
    const { now, share, picture } = await pictureLike(readFileSync(file))
    if (share <= mostDiffering) return
    writeFileSync(join(results, `${id}.now.png`), now)
    if (picture !== undefined) writeFileSync(join(results, `${id}.difference.png`), picture)
    expect.fail(
      `${(share * 100).toFixed(3)} % of the pixels differ: see ${relative(root, results)}/${id}.*. ` +
        'If it shall look so from now on: npm run shots -- --accept',
    )
  })
})

test('one changed word is found', async () => {
  const one = cases[0]!
  const before = readFileSync(keptPicture(one))
  await stage(one)
  expect((await pictureLike(before)).share).toBeLessThanOrEqual(mostDiffering)
  await opened.page.evaluate(() => {
    const titles = [...document.querySelectorAll('main h1, main h2')]
    const title = titles.find(({ textContent }) => textContent.includes('genuine'))!
    title.textContent = title.textContent.replace('genuine', 'genuine?')
  })
  expect((await compare(before, await takePicture(opened))).share).toBeGreaterThan(mostDiffering)
})
