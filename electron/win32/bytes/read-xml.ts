/**
 * XML as Windows writes it for tasks and events: elements, attributes and text. No document types, so that no entity
 * can name a file or grow; everything is bounded.
 */

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own text, not that of the elements in it. */
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  readonly texts: string[]
}

const longestDocument = 512 * 1024
const mostElements = 10_000
const deepest = 64

/** Null for what is no whole document, or has a document type. */
export function readXml(document: string): XmlElement | null {
  if (document.length > longestDocument) return null
  const root: Open = { name: '', attributes: new Map(), children: [], texts: [] }
  const open: Open[] = [root]
  let count = 0
  for (let at = 0; at < document.length;) {
    const top = open.at(-1) ?? root
    const tag = document.indexOf('<', at)
    const text = document.slice(at, tag < 0 ? document.length : tag)
    if (text.trim() !== '') {
      const plain = open.length > 1 ? unescaped(text) : null
      if (plain === null) return null
      top.texts.push(plain)
    }
    if (tag < 0) break
    const skipped = skipAside(document, tag)
    if (skipped === null) return null
    if (skipped > tag) {
      if (document.startsWith('<![CDATA[', tag)) {
        if (open.length < 2) return null
        top.texts.push(document.slice(tag + 9, skipped - 3))
      }
      at = skipped
      continue
    }
    const end = endOfTag(document, tag)
    if (end < 0) return null
    const inside = document.slice(tag + 1, end)
    at = end + 1
    if (inside.startsWith('/')) {
      if (open.length < 2 || localName(inside.slice(1).trim()) !== top.name) return null
      open.pop()
      continue
    }
    count += 1
    if (count > mostElements || open.length > deepest) return null
    const element = openedBy(inside)
    if (element === null) return null
    // Grows while its own elements are read.
    top.children.push(closing(element))
    if (!inside.endsWith('/')) open.push(element)
  }
  const [only, ...more] = root.children
  return open.length === 1 && only !== undefined && more.length === 0 ? only : null
}

/** The first element under these names, one in the other. */
export function findElement(from: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  let found: XmlElement | undefined = from
  for (const name of names) found = found?.children.find((child) => child.name === name)
  return found
}

function closing({ name, attributes, children, texts }: Open): XmlElement {
  return {
    name,
    attributes,
    children,
    get text() {
      return texts.join('').trim()
    },
  }
}

/** Behind a comment, an instruction or a piece of plain text; the same place for a tag; null for what is not allowed. */
function skipAside(document: string, at: number): number | null {
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!document.startsWith(begin, at)) continue
    const found = document.indexOf(end, at + begin.length)
    return found < 0 ? null : found + end.length
  }
  return document.startsWith('<!', at) ? null : at
}

/** A `>` may stand in an attribute. */
function endOfTag(document: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < document.length; at += 1) {
    const sign = document.charAt(at)
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at
    else if (sign === '<') return -1
  }
  return -1
}

function openedBy(inside: string): Open | null {
  const name = /^[^\s/=<>"']+/.exec(inside)?.[0]
  if (name === undefined) return null
  const attributes = new Map<string, string>()
  const attribute = /\s+([^\s/=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
  attribute.lastIndex = name.length
  let end = name.length
  for (let found = attribute.exec(inside); found !== null; found = attribute.exec(inside)) {
    const value = unescaped(found[2] ?? found[3] ?? '')
    if (value === null) return null
    attributes.set(localName(found[1] ?? ''), value)
    end = attribute.lastIndex
  }
  if (!/^\s*\/?$/.test(inside.slice(end))) return null
  return { name: localName(name), attributes, children: [], texts: [] }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const signs: ReadonlyMap<string, string> = new Map([
  ...([
    ['lt', '<'],
    ['gt', '>'],
    ['amp', '&'],
    ['quot', '"'],
    ['apos', "'"],
  ] as const),
])

/** Null where an entity stands that only a document type could explain. */
function unescaped(text: string): string | null {
  if (!text.includes('&')) return text
  const strange: string[] = []
  const plain = text.replace(/&([^;&]{1,10});?/g, (whole, name: string) => {
    const sign = whole.endsWith(';') ? (signs.get(name) ?? signOf(name)) : undefined
    if (sign === undefined) strange.push(whole)
    return sign ?? ''
  })
  return strange.length === 0 ? plain : null
}

function signOf(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? []
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN)
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff
    ? String.fromCodePoint(code)
    : undefined
}
