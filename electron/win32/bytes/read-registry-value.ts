/**
 * A registry value, read from its bytes. Its bytes come from whoever wrote them: text may lack its end, numbers may be
 * short.
 */

export type RegistryValue =
  | { readonly kind: 'text'; readonly text: string }
  /** With `%variables%` in it that the reader is meant to replace. */
  | { readonly kind: 'expandable-text'; readonly text: string }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'large-number'; readonly number: bigint }
  /** A copy: the reader's buffer is used again. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** A kind that nothing here needs. */
  | { readonly kind: 'other'; readonly type: number }

const REG_SZ = 1
const REG_EXPAND_SZ = 2
const REG_BINARY = 3
const REG_DWORD = 4
const REG_MULTI_SZ = 7
const REG_QWORD = 11

/** https://learn.microsoft.com/windows/win32/sysinfo/registry-value-types */
export function readRegistryBytes(type: number, data: Buffer): RegistryValue {
  switch (type) {
    case REG_SZ:
      return { kind: 'text', text: textOf(data) }
    case REG_EXPAND_SZ:
      return { kind: 'expandable-text', text: textOf(data) }
    case REG_MULTI_SZ:
      return { kind: 'texts', texts: textsOf(data) }
    case REG_BINARY:
      return { kind: 'bytes', bytes: Buffer.from(data) }
    case REG_DWORD:
      return data.length === 4
        ? { kind: 'number', number: data.readUInt32LE() }
        : { kind: 'other', type }
    case REG_QWORD:
      return data.length === 8
        ? { kind: 'large-number', number: data.readBigUInt64LE() }
        : { kind: 'other', type }
    default:
      return { kind: 'other', type }
  }
}

function textOf(data: Buffer): string {
  return wholeText(data).split('\0', 1)[0] ?? ''
}

/** Up to the first empty one, which ends the list. */
function textsOf(data: Buffer): readonly string[] {
  const texts = wholeText(data).split('\0')
  const end = texts.indexOf('')
  return end < 0 ? texts : texts.slice(0, end)
}

function wholeText(data: Buffer): string {
  return data.toString('utf16le', 0, data.length - (data.length % 2))
}
