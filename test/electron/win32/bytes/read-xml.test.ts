/** Is XML read as Windows writes it, and is what may grow, nest or name a file refused? */
import { describe, expect, test } from 'vitest'
import { findElement, readXml, type XmlElement } from '../../../../electron/win32/bytes/read-xml.ts'

/** Names, attributes, texts and elements as lists. */
const plain = (element: XmlElement): readonly unknown[] => [
  ...[element.name, Object.fromEntries(element.attributes), element.text],
  ...element.children.map(plain),
]
const read = (document: string) => {
  const element = readXml(document)
  return element === null ? null : plain(element)
}

describe('is read', () => {
  test.each<[string, readonly unknown[]]>([
    ['<a/>', ['a', {}, '']],
    ['<a></a>', ['a', {}, '']],
    [' \r\n<a />\n', ['a', {}, '']],
    ['<?xml version="1.0"?><!-- x > --><a>b</a>', ['a', {}, 'b']],
    ['<p:a xmlns:p="u">  b  </p:a>', ['a', { p: 'u' }, 'b']],
    ['<a x="1" y=\'2\' z = "3"/>', ['a', { x: '1', y: '2', z: '3' }, '']],
    ['<a x="a > b" y=\'"\'>t</a>', ['a', { x: 'a > b', y: '"' }, 't']],
    ['<a>b<c/>d<c>e</c></a>', ['a', {}, 'bd', ['c', {}, ''], ['c', {}, 'e']]],
    ['<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;</a>', ['a', {}, '<>&"\'AB😀']],
    ['<a x="&amp;"/>', ['a', { x: '&' }, '']],
    ['<a><![CDATA[<b> & c]]></a>', ['a', {}, '<b> & c']],
    ['<a><!-- <b> --><?x <c> ?>d</a >', ['a', {}, 'd']],
  ])('%s', (document, element) => {
    expect(read(document)).toEqual(element)
  })
})

describe('is refused', () => {
  test.each([
    ...['', 'a', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a/>b', 'b<a/>', '<a', '<a x="1>', '< a/>'],
    ...[
      '<!DOCTYPE a><a/>',
      '<a><!ENTITY x "y"></a>',
      '<a>&x;</a>',
      '<a>&#0;</a>',
      '<a>&#x110000;</a>',
    ],
    ...[
      '<a>& b</a>',
      '<a>&amp</a>',
      '<a x="&y;"/>',
      '<a x/>',
      '<a x=1/>',
      '<a x="1" y/>',
      '<a><!-- </a>',
    ],
    ...['<![CDATA[x]]><a/>', '<a><b<c/></a>', '<?x', '<a><![CDATA[</a>', '<//>', '<="x"/>'],
  ])('%s', (document) => {
    expect(read(document)).toBeNull()
  })
})

test('64 levels, 10,000 elements and half a million letters are let through, one more is not', () => {
  const deep = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels)
  expect([read(deep(64)) !== null, read(deep(65))]).toEqual([true, null])
  const wide = (count: number) => `<a>${'<b/>'.repeat(count - 1)}</a>`
  expect([read(wide(10_000)) !== null, read(wide(10_001))]).toEqual([true, null])
  const long = (letters: number) => `<a>${'x'.repeat(letters - 7)}</a>`
  expect([read(long(524_288)) !== null, read(long(524_289))]).toEqual([true, null])
})

test('an element is found by the names that lead to it, the first of each', () => {
  const root = readXml('<a><b>1</b><c><b>2</b><b>3</b></c></a>')
  if (root === null) throw new Error()
  const at = (...names: readonly string[]) => findElement(root, ...names)?.text
  expect([at('b'), at('c', 'b'), at('d'), at('d', 'b'), at()]).toEqual([
    ...['1', '2', undefined, undefined, ''],
  ])
})
