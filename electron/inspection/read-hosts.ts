/** The hosts file, read and judged. */
import { decodeHosts, type HostsEncoding } from '../../shared/connections/decode-hosts.ts'
import { judgeHosts, type HostsFinding } from '../../shared/connections/judge-hosts.ts'
import { parseHosts } from '../../shared/connections/parse-hosts.ts'
import type { HostsLook } from '../../shared/connections/connections-look.ts'
import { failed, known, type Probe } from '../../shared/model/probe.ts'
import type { HostsFile } from '../sources/connection-sources.ts'

export interface ReadHosts {
  readonly look: Probe<HostsLook>
  /** Apple's names that it answers, in lower case, with the number of the line that counts. */
  readonly names: ReadonlyMap<string, number>
}

export function readHosts({ path, bytes }: HostsFile): ReadHosts {
  if (bytes.state !== 'known') return { look: bytes, names: new Map() }
  const decoded = decodeHosts(bytes.value)
  if (!decoded.ok) return { look: failed(decoded.failure), names: new Map() }
  const { text, encoding } = decoded.value
  const parsed = parseHosts(text)
  const { entryCount, omittedLineCount } = parsed
  const findings = judgeHosts(parsed).map((finding) => asHeeded(finding, encoding))
  const names = new Map<string, number>()
  for (const { lineNumber, names: inLine } of parsed.lines) {
    for (const { name, state } of inLine) {
      if (state === 'counts' && !names.has(name)) names.set(name, lineNumber)
    }
  }
  return { look: known({ path, entryCount, findings, omittedLineCount }), names }
}

/** Nobody knows whether Windows heeds anything in a UTF-16 file: no line of it is blamed. */
function asHeeded(finding: HostsFinding, encoding: HostsEncoding): HostsFinding {
  if (finding.severity === 'info' || !encoding.startsWith('utf-16')) return finding
  return { ...finding, code: 'cannot-tell', severity: 'info', confidence: 'inferred' }
}
