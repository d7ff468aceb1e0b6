/**
 * What does the window look like? A sheet for every scene and language (`npm run shots`): light, dark and in forced
 * colours; beneath them narrower, as narrow as a phone, and with letters twice as large. They lie in test-results/shots, to
 * be looked at. No scene may run out of the window sideways anywhere; `test/e2e/every-scene` holds each against axe.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { supportedLanguages } from '../../shared/text/languages.ts'
import type { OpenedApp } from '../e2e/open-app.ts'
import { scenes } from './scenes.ts'
import {
  looks,
  openStage,
  resize,
  runsOutSideways,
  setLook,
  show,
  takePicture,
  zoom,
  type Look,
} from './stage.ts'

const folder = join(import.meta.dirname, '../../test-results/shots')
const readMeFolder = join(import.meta.dirname, '../../docs/shots')

const wide = { width: 1240, height: 800, factor: 1 }
/** Icons instead of words; a menu button; two of each pixel. */
const others = [
  { width: 900, height: 700, factor: 1 },
  { width: 639, height: 800, factor: 1 },
  { ...wide, factor: 2 },
]
const tile = { width: 640, height: 400 }
const gap = 12

/** Shown in the read me, at full size. */
const large: readonly string[] = [
  'start-good light',
  'start-good dark',
  'connections-checked light',
]

let opened: OpenedApp
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  mkdirSync(readMeFolder, { recursive: true })
  opened = await openStage()
})
afterAll(() => opened.close())

/** Three looks side by side, the other sizes beneath. */
async function keepSheet(name: string, pictures: readonly (readonly Buffer[])[]): Promise<void> {
  const tiles = await Promise.all(
    pictures.flatMap((row, top) =>
      row.map(async (png, left) => ({
        input: await sharp(png)
          .resize({ ...tile, fit: 'contain', background: '#808080' })
          .png()
          .toBuffer(),
        left: gap + left * (tile.width + gap),
        top: gap + top * (tile.height + gap),
      })),
    ),
  )
  const columns = pictures[0]?.length ?? 0
  await sharp({
    create: {
      width: gap + columns * (tile.width + gap),
      height: gap + pictures.length * (tile.height + gap),
      channels: 3,
      background: '#808080',
    },
  })
    .composite(tiles)
    .webp({ quality: 60, effort: 6 })
    .toFile(join(folder, `${name}.webp`))
}

describe.each(supportedLanguages)('in %s', (language) => {
  test.each(scenes)('$name', async (scene) => {
    const fit = async ({ width, height, factor }: typeof wide) => {
      await resize(opened, width, height)
      await zoom(opened, factor)
    }
    await setLook(opened, 'light')
    await fit(wide)
    await show(opened, scene, language)
    const inLooks: Buffer[] = []
    for (const look of Object.keys(looks) as Look[]) {
      await setLook(opened, look)
      const picture = await takePicture(opened)
      inLooks.push(picture)
      if (language !== 'en') continue
      if (large.includes(`${scene.name} ${look}`)) {
        await sharp(picture)
          .png({ palette: true, quality: 90 })
          .toFile(join(readMeFolder, `${scene.name}-${look}.png`))
      }
    }
    await setLook(opened, 'light')
    const inSizes: Buffer[] = []
    for (const size of others) {
      await fit(size)
      inSizes.push(await takePicture(opened))
      expect(await runsOutSideways(opened)).toBe(false)
    }
    await keepSheet(`${scene.name}-${language}`, [inLooks, inSizes])
  })
})
