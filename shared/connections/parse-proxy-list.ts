/** Proxies of an answer such as `PROXY a:8080; DIRECT`. */
import type { ProxyChoice } from '../model/connection.ts'

/** A PAC file may answer anything: longer lists and texts are cut. */
const longestText = 4096
const mostChoices = 10

/** An entry that cannot be read is left out; when none remains, the way is direct, as Chromium takes it. */
export function parseProxyList(answer: string): readonly ProxyChoice[] {
  const choices = answer
    .slice(0, longestText)
    .split(';')
    .flatMap((entry) => parseEntry(entry.trim()) ?? [])
    .slice(0, mostChoices)
  return choices.length === 0 ? ['direct'] : choices
}

function parseEntry(entry: string): ProxyChoice | undefined {
  const [kind = '', address = '', more] = entry.split(/[ \t]+/)
  const upper = kind.toUpperCase()
  if (upper === 'DIRECT') return address === '' ? 'direct' : undefined
  if (address === '' || more !== undefined) return undefined
  if (upper === 'PROXY' || upper === 'HTTP') return parseAddress(address)
  if (/^(HTTPS|QUIC|SOCKS[45]?)$/.test(upper)) return { notSupported: upper }
  return undefined
}

function parseAddress(text: string): { host: string; port: number } | undefined {
  const found = /^(?:\[([0-9a-fA-F:.]{2,45})\]|([^\s:[\]/@]{1,253}))(?::(\d{1,5}))?$/.exec(text)
  const host = found?.[1] ?? found?.[2]
  if (host === undefined) return undefined
  const port = found?.[3] === undefined ? 80 : Number(found[3])
  return port >= 1 && port <= 65535 ? { host, port } : undefined
}
