/**
 * The protocol that serves the window's files. From app://bundle, only from the built renderer's folder, under a
 * strict policy.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type Session } from 'electron'
import { appScheme, contentSecurityPolicy, fileFor } from './app-address.ts'

/** How long it takes to hand over the page's script, in milliseconds: a moment in which this thread should do nothing else. */
const handingOverMs = 10

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: false,
        // From the second start on the window's script need not be compiled again.
        codeCache: true,
      },
    },
  ])
}

/**
 * @param folder the built renderer; nothing outside it is ever served.
 * @returns resolves when the page's script has been handed over: the page is then busy with it, and this process is free.
 */
export function serveApp(session: Session, folder: string): Promise<void> {
  return new Promise((resolve) => {
    session.protocol.handle(appScheme, async ({ url }) => {
      const response = await answerRequest(url, folder)
      // The answer is only the start: the script's bytes still pass through this thread.
      if (url.endsWith('.js')) setTimeout(resolve, handingOverMs)
      return response
    })
  })
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

async function answerRequest(address: string, folder: string): Promise<Response> {
  const file = fileFor(address, folder)
  const type = file === undefined ? undefined : contentTypes[extname(file)]
  if (file === undefined || type === undefined) return notFound()
  let content: Buffer
  try {
    content = await readFile(file)
  } catch {
    return notFound()
  }
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'X-Content-Type-Options': 'nosniff' }
  if (extname(file) !== '.html') return new Response(new Uint8Array(content), { headers })
  const nonce = randomBytes(16).toString('base64')
  return new Response(content.toString('utf8').replaceAll('__STYLE_NONCE__', nonce), {
    headers: { ...headers, 'Content-Security-Policy': contentSecurityPolicy(nonce) },
  })
}

const notFound = () => new Response('Not found', { status: 404 })
