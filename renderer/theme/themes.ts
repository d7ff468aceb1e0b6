/** The themes. Fluent's two themes, with quieter surfaces. */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-theme'

const fontFamilyBase = "'Segoe UI Variable Text', 'Segoe UI', Inter, system-ui, sans-serif"

/** Background1 is a card, Background2 the page, Background3 the window around it. */
export const lightTheme: Theme = {
  ...webLightTheme,
  fontFamilyBase,
  colorNeutralForeground1: '#1b1b1b',
  colorNeutralForeground2: '#575757',
  colorNeutralForeground3: '#666666',
  colorNeutralBackground2: '#fafafb',
  colorNeutralBackground3: '#f0f2f5',
  colorNeutralBackground4: '#f3f4f6',
  colorNeutralStroke1: '#d9dbde',
  colorNeutralStroke3: '#e9ebee',
  colorSubtleBackgroundHover: '#0000000d',
  colorBrandBackground: '#005fb8',
  colorBrandForeground1: '#005fb8',
  colorBrandBackground2: '#e8f1fa',
  colorStatusSuccessForeground1: '#0e700e',
  colorStatusSuccessBackground1: '#e9f5e9',
  colorStatusWarningForeground1: '#8a4b00',
  colorStatusWarningForeground3: '#bc4b09',
  colorStatusWarningBackground1: '#fdf1e0',
  colorStatusDangerForeground1: '#b3261a',
  colorStatusDangerBackground1: '#fcebe9',
}

export const darkTheme: Theme = {
  ...webDarkTheme,
  fontFamilyBase,
  colorNeutralForeground2: '#c8c8cc',
  colorNeutralForeground3: '#b0b0b7',
  colorNeutralBackground1: '#303236',
  colorNeutralBackground2: '#26282c',
  colorNeutralBackground3: '#1e2024',
  colorNeutralBackground4: '#1f2125',
  colorNeutralStroke1: '#54575d',
  colorNeutralStroke3: '#3e4044',
  colorSubtleBackgroundHover: '#ffffff14',
  colorBrandBackground: '#60cdff',
  colorBrandForeground1: '#60cdff',
  colorNeutralForegroundOnBrand: '#00243a',
  colorNeutralStroke2: '#3d3d3d',
  colorBrandBackground2: '#1f3a4d',
  colorStatusSuccessForeground1: '#6ccb5f',
  colorStatusSuccessBackground1: '#20391f',
  colorStatusWarningForeground1: '#ffc78a',
  colorStatusWarningForeground3: '#ff9d5c',
  colorStatusWarningBackground1: '#45321d',
  colorStatusDangerForeground1: '#ff99a4',
  colorStatusDangerBackground1: '#4a2529',
  colorPaletteGreenBackground1: '#0d2a0d',
  colorPaletteGreenBorder1: '#28562a',
}
