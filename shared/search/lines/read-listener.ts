/** A row of netstat that listens: it holds a port, and no name. */

export interface ListenerRow {
  readonly protocol: 'TCP' | 'UDP'
  readonly port: number
}

const row =
  /^(TCP|UDP)(?:v?[46])?\s{1,20}\S{1,60}:(\d{1,5})\s{1,40}(\S{1,60})(?:\s{1,40}\p{L}[\p{L}\p{M}_-]{0,30})?(?:\s{1,40}\d{1,10})?(?:\s.{0,60})?$/iu

/** Undefined for what is no row, and for one that is connected to somebody. */
export function readListener(line: string): ListenerRow | undefined {
  const [, protocol = '', port = '', peer = ''] = row.exec(line) ?? []
  if (!/^(?:0\.0\.0\.0:0|\[::\]:0|\*:\*|0\.0\.0\.0|\*|::)$/.test(peer)) return undefined
  return { protocol: protocol.toUpperCase() === 'UDP' ? 'UDP' : 'TCP', port: Number(port) }
}
