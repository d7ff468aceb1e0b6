import fc from 'fast-check'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { markup } from '../../../../shared/report/html/markup.ts'
import { shortText } from '../../../../shared/text/visible-text.ts'

function parse(source: string) {
  const { document } = new Window()
  document.body.innerHTML = source
  return document.body
}

const piece = fc.oneof(
  fc.constantFrom('"', "'", '<', '>', '&', '</p>', '<b x="', '&quot;', '<!--', '`'),
  fc.string({ unit: 'binary', maxLength: 15 }),
)

describe('what is put into the template', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;'],
    ["' onclick='x", '&#39; onclick=&#39;x'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['gnp\u202eexe.txt', 'gnp⟨U+202E⟩exe.txt'],
    ['a\u0000b\u001bc\r\nd', 'a⟨U+0000⟩b⟨U+001B⟩c⟨U+000D⟩⟨U+000A⟩d'],
    ['half \ud83d', 'half ⟨U+D83D⟩'],
  ])('is text: %j', (raw, written) => {
    expect(markup`<p>${raw}</p>`.toString()).toBe(`<p>${written}</p>`)
  })

  test('stays markup when the template itself made it, also in lists; undefined is left out', () => {
    const items = ['a', '<b>'].map((name) => markup`<li>${name}</li>`)
    expect(markup`<ul>${items}${undefined}${7}</ul>`.toString()).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li>7</ul>',
    )
  })

  test('is never longer than anybody reads', () => {
    const { length } = markup`${'<'.repeat(32_767)}`.toString()
    expect(length).toBeLessThan(2_000 * '&lt;'.length + 10)
  })

  test('cannot pass for markup by its shape', () => {
    const forged: unknown = JSON.parse('{"source":"<b>","toString":"<b>","length":1,"0":"<b>"}')
    expect(() => markup`${forged as string}`.toString()).toThrow()
  })

  test('comes out of a parser as it was put in, beside a tag and in an attribute', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const raw = pieces.join('')
        const body = parse(markup`<p title="${raw}">${raw}</p>`.toString())
        expect(body.querySelectorAll('*')).toHaveLength(1)
        const paragraph = body.querySelector('p')!
        expect(paragraph.getAttributeNames()).toEqual(['title'])
        expect(paragraph.getAttribute('title')).toBe(shortText(raw))
        expect(paragraph.textContent).toBe(shortText(raw))
      }),
    )
  })
})
