/** Can text be read in and on every accent colour that somebody may choose? */
import { expect, test } from 'vitest'
import { accentCss, contrast, readAccent } from '../../../electron/window/accent-colours.ts'

/** Of the page's themes (renderer/theme/themes.ts): where the accent stands as text. */
const grounds = {
  light: ['#ffffff', '#fafafb', '#f0f2f5', '#e8f1fa'],
  dark: ['#303236', '#26282c', '#1e2024'],
}

const colour = (text: string) => readAccent(text.replace('#', '')) ?? [0, 0, 0]

test.each(['0078d4ff', 'ffb900ff', '00ff00ff', '000000ff', 'ffffffff', 'e81123ff', '767676ff'])(
  'the accent colour %s can be read as text and with text on it, in both themes',
  (accent) => {
    const rules = accentCss(accent).split('@media')
    for (const [at, theme] of (['light', 'dark'] as const).entries()) {
      const value = (name: string) =>
        new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(rules[at] ?? '')?.[1] ?? ''
      const text = colour(value('colorBrandForeground1'))
      for (const ground of grounds[theme]) {
        expect(contrast(text, colour(ground))).toBeGreaterThanOrEqual(4.5)
      }
      const on = colour(value('colorNeutralForegroundOnBrand'))
      expect(contrast(on, colour(value('colorBrandBackground')))).toBeGreaterThanOrEqual(4.5)
    }
  },
)

test('an accent that is readable as it is stays as it is', () => {
  expect(accentCss('005fb8ff')).toContain('--colorBrandBackground:#005fb8')
})

test.each(['', 'red', '12', '0078d4ff;}body{display:none', 'zzzzzzff'])(
  'where the system tells %j the colour of the page stays',
  (accent) => {
    expect(accentCss(accent)).toBe('')
  },
)
