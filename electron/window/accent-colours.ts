/** The system's accent colour in the page's colours: as a ground with text on it, and as text on the page's own grounds. */

type Colour = readonly [red: number, green: number, blue: number]

/** WCAG 2.1, 1.4.3: what text needs. */
const leastContrast = 4.5

/** Where the accent stands as text, of the page's themes: the darkest light ground and the lightest dark one. */
const grounds = { light: [0xe8, 0xf1, 0xfa], dark: [0x30, 0x32, 0x36] } as const
const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]

/** @param accent as Electron tells it: `RRGGBBAA`. Null for anything else. */
export function readAccent(accent: string): Colour | null {
  const found = /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/i.exec(accent)
  if (found === null) return null
  const [, red = '', green = '', blue = ''] = found
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)]
}

/** A rule for each theme; none where there is no accent colour, so that the page's own stays. */
export function accentCss(accent: string): string {
  const colour = readAccent(accent)
  if (colour === null) return ''
  const declared = (theme: keyof typeof grounds) => {
    const ground = grounds[theme]
    const shown = until(colour, ground, theme === 'light' ? black : white)
    const on = contrast(shown, white) >= leastContrast ? white : black
    return (
      `--colorBrandBackground:${hex(shown)};--colorBrandForeground1:${hex(shown)};` +
      `--colorBrandStroke1:${hex(shown)};--colorNeutralForegroundOnBrand:${hex(on)}`
    )
  }
  // Twice the same name, so that it weighs more than the theme's own rule.
  return (
    `:root:root{${declared('light')}}` +
    `@media (prefers-color-scheme:dark){:root:root{${declared('dark')}}}`
  )
}

/** Nearer and nearer to black or white, until it can be read on its ground. */
function until(colour: Colour, ground: Colour, end: Colour): Colour {
  for (let part = 0; part < 1; part += 0.05) {
    const [red, green, blue] = colour.map((one, at) => one + ((end[at] ?? 0) - one) * part)
    const mixed: Colour = [Math.round(red ?? 0), Math.round(green ?? 0), Math.round(blue ?? 0)]
    if (contrast(mixed, ground) >= leastContrast) return mixed
  }
  return end
}

export function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((one) => {
    const part = one / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const hex = (colour: Colour): string =>
  `#${colour.map((one) => one.toString(16).padStart(2, '0')).join('')}`
