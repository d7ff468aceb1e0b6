/**
 * The themes as CSS variables in the page, before any script runs. As variables, which Windows' own choice switches.
 */
import type { Theme } from '@fluentui/react-theme'
import { darkTheme, lightTheme } from './themes.ts'

/** For the build, which puts it into the page. */
export function themeCss(): string {
  const dark = Object.entries(darkTheme).filter(
    ([name, value]) => lightTheme[name as keyof Theme] !== value,
  )
  return [
    `:root{${declare(Object.entries(lightTheme))}}`,
    `@media (prefers-color-scheme:dark){:root{${declare(dark)}}}`,
  ].join('\n')
}

function declare(variables: readonly (readonly [name: string, value: unknown])[]): string {
  return variables.map(([name, value]) => `--${name}:${String(value)}`).join(';')
}
