/** The system's proxy for a server, as Chromium would choose it. */
import { app, session } from 'electron'
import { parseProxyList } from '../../shared/connections/parse-proxy-list.ts'
import type { ProxyChoice } from '../../shared/model/connection.ts'

/**
 * Asks for the setting and sends nothing to the server itself. Only where the setting names a script does Chromium
 * fetch that one, which lies outside what `denyNetwork` sees.
 */
export async function systemProxyFor(host: string, port: number): Promise<readonly ProxyChoice[]> {
  await app.whenReady()
  const scheme = port === 80 ? 'http' : 'https'
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  return parseProxyList(await session.defaultSession.resolveProxy(`${scheme}://${authority}/`))
}
