/**
 * The protocol that serves the window's files. From app://bundle, only from the built renderer's folder, under a
 * strict policy.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { protocol, type ProtocolResponse, type Session } from 'electron'
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
 * Buffers, not `protocol.handle`: that one loads Node's fetch with its streams before it can answer anything, which is a
 * twentieth of the time to the first picture.
 *
 * @param folder the built renderer; nothing outside it is ever served.
 * @returns resolves when the page's script has been handed over: the page is then busy with it, and this process is free.
 */
export function serveApp(session: Session, folder: string): Promise<void> {
  return new Promise((resolve) => {
    const readOnce = makeReader()
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
    session.protocol.registerBufferProtocol(appScheme, (request, answer) => {
      void answerRequest(request.url, folder, readOnce).then((response) => {
        answer(response)
        // The answer is only the start: the script's bytes still pass through this thread.
        if (request.url.endsWith('.js')) setTimeout(resolve, handingOverMs)
      })
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

type Read = (file: string) => Promise<Buffer>

/** Reads the script that a page names while that page is still being handed over. */
function makeReader(): Read {
  const ahead = new Map<string, Promise<Buffer>>()
  return async (file) => {
    const begun = ahead.get(file)
    ahead.delete(file)
    const content = await (begun ?? readFile(file))
    if (extname(file) === '.html') {
      const [, script] = /<script[^>]* src="\.\/([\w./-]+)"/.exec(content.toString('utf8')) ?? []
      if (script !== undefined) {
        const reading = readFile(join(dirname(file), script))
        // Whoever asks for it is told.
        reading.catch(() => {})
        ahead.set(join(dirname(file), script), reading)
      }
    }
    return content
  }
}

async function answerRequest(
  address: string,
  folder: string,
  read: Read,
): Promise<ProtocolResponse> {
  const file = fileFor(address, folder)
  const mimeType = file === undefined ? undefined : contentTypes[extname(file)]
  if (file === undefined || mimeType === undefined) return notFound
  try {
    const content = await read(file)
    const answer = { mimeType, charset: 'utf-8', headers: { 'X-Content-Type-Options': 'nosniff' } }
    if (extname(file) !== '.html') return { ...answer, data: content }
    const nonce = randomBytes(16).toString('base64')
    return {
      ...answer,
      data: Buffer.from(content.toString('utf8').replaceAll('__STYLE_NONCE__', nonce)),
      headers: { ...answer.headers, 'Content-Security-Policy': contentSecurityPolicy(nonce) },
    }
  } catch {
    return notFound
  }
}

const notFound: ProtocolResponse = {
  statusCode: 404,
  mimeType: 'text/plain',
  data: Buffer.from('Not found'),
}
