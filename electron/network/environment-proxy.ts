/**
 * The proxy that environment variables name. What command-line programs go by where nobody reads the system's own
 * setting: `HTTPS_PROXY` and `HTTP_PROXY`, or `ALL_PROXY`, in any case, and `NO_PROXY` with names, `.suffixes` and
 * `*`.
 */
import type { ProxyChoice } from '../../shared/model/connection.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Logon data in the address are left out: the check sends none. */
export function proxyFromEnvironment(
  host: string,
  port: number,
  environment: Environment = process.env,
): ProxyChoice {
  const named = readVariable(environment, port === 80 ? 'HTTP_PROXY' : 'HTTPS_PROXY')
  const setting = named ?? readVariable(environment, 'ALL_PROXY')
  if (setting === undefined || isExempt(host, readVariable(environment, 'NO_PROXY'))) {
    return 'direct'
  }
  let address: URL
  try {
    address = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(setting) ? setting : `http://${setting}`)
  } catch {
    return { notSupported: 'unreadable' }
  }
  if (address.protocol !== 'http:') return { notSupported: address.protocol.replace(':', '') }
  return {
    host: address.hostname.replace(/^\[|\]$/g, ''),
    port: address.port === '' ? 80 : Number(address.port),
  }
}

function readVariable(environment: Environment, name: string): string | undefined {
  const value = (environment[name.toLowerCase()] ?? environment[name])?.trim()
  return value === '' ? undefined : value
}

function isExempt(host: string, list = ''): boolean {
  const name = host.toLowerCase()
  return (list.toLowerCase().match(/[^\s,]+/g) ?? []).some((entry) => {
    const suffix = entry.replace(/^\*?\./, '')
    return entry === '*' || name === suffix || name.endsWith(`.${suffix}`)
  })
}
