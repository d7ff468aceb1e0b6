/** A port that somebody asks about, or a row of a list of ports that listens: it holds a port, and no name. */

export interface ListenerRow {
  /** Undefined where only the port is told. */
  readonly protocol: 'TCP' | 'UDP' | undefined
  readonly port: number
}

const row =
  /^(TCP|UDP)(?:v?[46])?\s{1,20}\S{1,60}:(\d{1,5})\s{1,40}(\S{1,60})(?:\s{1,40}\p{L}[\p{L}\p{M}_-]{0,30})?(?:\s{1,40}\d{1,10})?(?:\s.{0,60})?$/iu

/** `TCP 0.0.0.0:27015 LISTENING 4216`: what listens in the language of Windows, where nobody is connected. */
const shortRow =
  /^(TCP|UDP)(?:v?[46])?\s{1,20}\S{1,60}:(\d{1,5})(?:\s{1,40}(?:LISTEN|ABH|LYSSN|ESCUCH|ÉCOUT)\p{L}{0,12})?(?:\s{1,40}\d{1,10})?$/iu

/** Of PowerShell: address and port apart. */
const powerShellRow =
  /^\S{1,60}\s{1,20}(\d{1,5})\s{1,20}(?:0\.0\.0\.0|::|\*)\s{1,20}0\s{1,20}Listen\b/iu

/** `27015/tcp`, `tcp/27015`, `UDP 5353`, alone or with what a scanner says of it. */
const byProtocol =
  /^(?:(TCP|UDP)[\s/:]{1,3}(\d{1,5})|(\d{1,5})[\s/]{1,3}(TCP|UDP))(?:\s.{0,60})?[?!.]?$/iu

/** `127.0.0.1:27015`, or the number alone. */
const byAddress = /^(?:(?:127\.0\.0\.1|0\.0\.0\.0|\[::1?\]|localhost):)?(\d{1,5})$/iu

/** `What uses port 27015?` */
const inQuestion =
  /(?:^|[\s("'„«])(?:ports?|porten|puertos?)\s{1,3}(?:(TCP|UDP)[\s/]{0,3})?(\d{2,5})(?!\.?\d)/iu

/** Undefined for what is no row, and for one that is connected to somebody. */
export function readListener(line: string): ListenerRow | undefined {
  const [, protocol, port = '', peer] = row.exec(line) ?? []
  if (peer !== undefined && nobody.test(peer)) return listener(protocol, port)
  const short = shortRow.exec(line)
  if (short !== null) return listener(short[1], short[2])
  const apart = powerShellRow.exec(line)
  if (apart !== null) return listener('TCP', apart[1])
  const named = byProtocol.exec(line)
  if (named !== null) return listener(named[1] ?? named[4], named[2] ?? named[3])
  const asked = inQuestion.exec(line)
  if (asked !== null) return listener(asked[1], asked[2])
  const alone = byAddress.exec(line)
  return alone === null ? undefined : listener(undefined, alone[1])
}

const nobody = /^(?:0\.0\.0\.0:0|\[::\]:0|\*:\*|0\.0\.0\.0|\*|::)$/

function listener(protocol: string | undefined, port: string | undefined): ListenerRow {
  const told = protocol?.toUpperCase()
  return { protocol: told === 'TCP' || told === 'UDP' ? told : undefined, port: Number(port) }
}
