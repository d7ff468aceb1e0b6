/** The themes. Fluent's two themes, with quieter surfaces. */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-theme'

const fontFamilyBase = "'Segoe UI Variable Text', 'Segoe UI', Inter, system-ui, sans-serif"

/** Background1 is a card, Background2 the page, Background3 the header. */
export const lightTheme: Theme = {
  ...webLightTheme,
  fontFamilyBase,
  colorNeutralBackground2: '#f5f5f5',
  colorNeutralBackground3: '#ebebeb',
}

export const darkTheme: Theme = {
  ...webDarkTheme,
  fontFamilyBase,
  colorNeutralBackground2: '#1f1f1f',
  colorNeutralBackground3: '#141414',
  colorNeutralStroke2: '#3d3d3d',
  colorBrandBackground2: '#0f2f4d',
  colorPaletteGreenBackground1: '#0d2a0d',
  colorPaletteGreenBorder1: '#28562a',
}
