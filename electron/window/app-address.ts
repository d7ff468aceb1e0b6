/** The window's addresses, and the file that each stands for. The pure half of app-protocol.ts. */
import { isAbsolute, join, relative } from 'node:path'

export const appScheme = 'app'
const appOrigin = `${appScheme}://bundle`
export const startPage = `${appOrigin}/index.html`

/** A custom scheme's origin is compared whole: `app://bundle.example` and `app://bundle@example` are not ours. */
export function isOurAddress(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address)
    return `${protocol}//${host}` === appOrigin && username === '' && password === ''
  } catch {
    return false
  }
}

/** The file that an address stands for, or undefined where it points outside the folder or to another host. */
export function fileFor(address: string, folder: string): string | undefined {
  let path: string
  try {
    const url = new URL(address)
    if (`${url.protocol}//${url.host}` !== appOrigin) return undefined
    path = decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\')) return undefined
  const file = join(folder, path)
  const inside = relative(folder, file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : file
}

/** Styles need a nonce: the component library writes its rules into style elements at run time. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Without `allow-modals`: a script that prints would hold the whole window.
    'sandbox allow-scripts allow-same-origin',
  ].join('; ')
}
