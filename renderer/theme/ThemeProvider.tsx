/** Light or dark? As Windows says, and at once when it changes its mind. Forced colours win over both by themselves. */
import { FluentProvider } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { darkTheme, lightTheme } from './themes.ts'
import { useMedia } from './use-media.ts'

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const isDark = useMedia('(prefers-color-scheme: dark)')
  return <FluentProvider theme={isDark ? darkTheme : lightTheme}>{children}</FluentProvider>
}
