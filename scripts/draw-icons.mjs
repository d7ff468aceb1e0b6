/**
 * `npm run icons`: icons out of the drawings in `assets/`. `npm run icons` renders them again: icon.png (512 pixels),
 * icon.ico (seven sizes) and the portable program's splash.bmp.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import pngToIco from 'png-to-ico'

const at = (/** @type {string} */ path) =>
  fileURLToPath(new URL(`../assets/${path}`, import.meta.url))

/** Below 32 pixels the full drawing blurs, so the small sizes have a drawing of their own. */
const icoSizes = [
  { drawing: 'icons/icon-small.svg', sizes: [16, 24] },
  { drawing: 'icons/icon.svg', sizes: [32, 48, 64, 128, 256] },
]

/** @param {string} svg @param {number} width in pixels */
function render(svg, width) {
  return new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  }).render()
}

/**
 * A 24-bit BMP with the plain 40-byte header, which is all that the portable stub can show.
 * Rows go from the bottom up, blue first, each padded to four bytes:
 * https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
 *
 * @param {{ width: number, height: number, pixels: Buffer }} image opaque RGBA pixels
 */
export function toBmp({ width, height, pixels }) {
  const rowBytes = Math.ceil((width * 3) / 4) * 4
  const headerBytes = 54
  const bmp = Buffer.alloc(headerBytes + rowBytes * height)
  bmp.write('BM', 0, 'latin1')
  bmp.writeUInt32LE(bmp.length, 2)
  bmp.writeUInt32LE(headerBytes, 10)
  bmp.writeUInt32LE(40, 14)
  bmp.writeInt32LE(width, 18)
  bmp.writeInt32LE(height, 22)
  bmp.writeUInt16LE(1, 26)
  bmp.writeUInt16LE(24, 28)
  bmp.writeUInt32LE(rowBytes * height, 34)
  for (let y = 0; y < height; y++) {
    let to = headerBytes + (height - 1 - y) * rowBytes
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4
      for (const channel of [2, 1, 0]) bmp[to++] = pixels.readUInt8(from + channel)
    }
  }
  return bmp
}

/** The splash drawing has a place for the icon; the icon itself is drawn in icon.svg alone. */
function splashDrawing() {
  const splash = readFileSync(at('installer/splash.svg'), 'utf8')
  const icon = readFileSync(at('icons/icon.svg'), 'utf8')
  const place = /<g id="icon" transform="([^"]+)" \/>/
  if (!place.test(splash))
    throw new Error('splash.svg has no place for the icon: <g id="icon" … />')
  return splash.replace(place, (_whole, transform) => `<g transform="${transform}">${icon}</g>`)
}

async function drawIcons() {
  const rendered = icoSizes.flatMap(({ drawing, sizes }) =>
    sizes.map((size) => render(readFileSync(at(drawing), 'utf8'), size).asPng()),
  )
  writeFileSync(at('icons/icon.ico'), await pngToIco(rendered))
  writeFileSync(
    at('icons/icon.png'),
    render(readFileSync(at('icons/icon.svg'), 'utf8'), 512).asPng(),
  )
  writeFileSync(at('installer/splash.bmp'), toBmp(render(splashDrawing(), 480)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await drawIcons()
