import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import { readEndpoints } from '../../../../shared/catalogue/endpoints.ts'
import { toText } from '../../../../shared/report/text/to-text.ts'
import { toHtml } from '../../../../shared/report/html/to-html.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'
import { supportedLanguages, type Language } from '../../../../shared/text/languages.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { listed, listing } from '../../../fixtures/listed.ts'
import { richPc, richProcesses } from '../../../fixtures/rich-pc.ts'
import { reportOf, withForeignTexts } from '../../../fixtures/rich-report.ts'
import { windowsPc } from '../../../fixtures/sources.ts'

const catalogue = readCatalogue()
const rich = await reportOf()
const write = (report: Report, language: Language = 'en') =>
  toHtml(report, catalogue, wordsIn(language))

function parse(page: string) {
  const { document } = new Window()
  document.write(page)
  return document
}

/** Every element with its attributes: all of a page but its texts. */
function skeleton(page: string): readonly string[] {
  return [...parse(page).querySelectorAll('*')].map((element) => {
    const attributes = element
      .getAttributeNames()
      .map((name) => `${name}=${element.getAttribute(name) ?? ''}`)
    return [element.tagName, ...attributes].join(' ')
  })
}

describe('the page', () => {
  const page = write(rich)
  const document = parse(page)
  const { body } = document
  const headings = [...document.querySelectorAll('h1, h2, h3, h4')]
  const section = (id: string) => document.getElementById(id)!.closest('section')!
  const article = (name: string, within = body) =>
    [...within.querySelectorAll('article')].find(
      (one) => one.querySelector('h3')?.textContent === name,
    )!

  test('fetches nothing, runs nothing, and admits its own style alone', () => {
    expect(document.querySelectorAll('script, img, link, iframe, object, base, form')).toHaveLength(
      0,
    )
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? ''
    expect(style).not.toMatch(/url\(|@import|expression/)
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')
    expect(policy?.getAttribute('content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
    expect(document.querySelectorAll('[style]')).toHaveLength(0)
  })

  test('names its language and its letters within the first kilobyte', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page.slice(0, 1024)).toContain('<meta charset="utf-8">')
    expect(write(rich, 'sv')).toContain('<html lang="sv">')
  })

  test('has one first heading, and no level is jumped over', () => {
    const levels = headings.map(({ tagName }) => Number(tagName.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
  })

  test('every jump has a place to land, and every id is there once', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const inside = [...document.querySelectorAll('a[href^="#"], use[href^="#"]')]
    expect(inside.length).toBeGreaterThan(10)
    for (const link of inside) expect(ids).toContain(link.getAttribute('href')!.slice(1))
    for (const one of document.querySelectorAll('[aria-labelledby]')) {
      expect(ids).toContain(one.getAttribute('aria-labelledby'))
    }
  })

  test('tells in this order: the answer, the findings, the advice, the groups, and what stands beside them', () => {
    const ids = [...document.querySelectorAll('h2')].map(({ id }) => id)
    expect(ids).toEqual([
      'answer',
      'findings',
      'keep',
      'core',
      'sync',
      'related',
      'look-alikes',
      'other-apple',
      'services',
      'autostart',
      'article-servers',
      'article-ports',
      'statements',
      'sources',
    ])
    const findings = [...section('findings').querySelectorAll('li')].map((one) => one.className)
    expect(findings).toEqual(['danger', 'attention', 'info'])
  })

  test('is closed but for the answer, the findings, the advice and what runs; on paper it is open', () => {
    const isFolded = (id: string) => document.getElementById(id)!.closest('details') !== null
    const folded = [...document.querySelectorAll('h2')].map(({ id }) => id).filter(isFolded)
    expect(folded).toEqual([
      ...['services', 'autostart', 'article-servers', 'article-ports', 'statements', 'sources'],
    ])
    for (const { imageName, status } of rich.processes) {
      const isClosed = article(imageName).closest('details') !== null
      expect(isClosed, imageName).toBe(status !== 'running')
    }
    expect(document.querySelectorAll('details[open]')).toHaveLength(0)
    const print = page.slice(page.indexOf('@media print'))
    expect(print).toContain('details::details-content { content-visibility: visible;')
  })

  test.each(supportedLanguages)('holds the servers and ports of the article in %s', (language) => {
    const words = wordsIn(language)
    const shown = parse(write(rich, language))
    const rows = (id: string) =>
      [...shown.getElementById(id)!.closest('details')!.querySelectorAll('dl > div')].map((row) =>
        row.textContent.replace(/\s+/g, ' '),
      )
    const text = toText(rich, catalogue, words).replace(/\s+/g, ' ')
    const servers = rows('article-servers')
    expect(servers).toHaveLength(20)
    expect(rows('article-ports')).toHaveLength(12)
    const gone = servers.filter((row) => row.includes(words.t('connections.fate.gone')))
    expect(gone).toHaveLength(6)
    const hosts = readEndpoints()
      .filter(({ inArticle }) => inArticle)
      .map(({ pattern }) => pattern)
    expect(hosts).toHaveLength(20)
    for (const [at, host] of hosts.entries()) {
      expect(servers[at]).toContain(host)
      expect(text).toContain(host)
    }
    expect(text.split(words.t('connections.fate.gone'))).toHaveLength(7)
    for (const port of ['5223', '3689', '8000', '8999', '42000']) expect(text).toContain(port)
  })

  test('says when, where and how somebody looked', () => {
    const header = document.querySelector('header')!.textContent
    for (const part of ['2026', 'Windows 11 23H2 (22631), x64', '213', 'Windows itself']) {
      expect(header).toContain(part)
    }
    const time = document.querySelector('header time')!.getAttribute('datetime')
    expect(time).toBe('2026-11-22T20:00:00.000Z')
    expect(header).toMatch(/Administrator rights\s*No/)
  })

  test('answers in one sentence, with what shows which installation it is about', () => {
    const answer = section('answer')
    expect(answer.querySelector('h2')!.textContent).toBe('2 things on this PC need attention.')
    expect(answer.textContent).toContain('iTunes for Windows from Apple')
    expect(answer.textContent).toContain('service Apple Mobile Device Service')
    expect([...answer.querySelectorAll('.tally li')].map((one) => one.textContent.trim())).toEqual([
      '3 genuine',
      '2 to check',
      '16 not running',
    ])
  })

  test('holds every process of the catalogue, those that run first in their group', () => {
    const names = [...document.querySelectorAll('article.process h3')].map((one) => one.textContent)
    for (const { imageName } of catalogue.processes) expect(names).toContain(imageName)
    expect(
      [...section('core').querySelectorAll('h3')].slice(0, 4).map((h) => h.textContent),
    ).toEqual([
      'AppleMobileDeviceService.exe',
      'iTunesHelper.exe',
      'mDNSResponder.exe',
      'SyncServer.exe',
    ])
  })

  test('shows for each process what it does, what is lost without it, and why it does not run', () => {
    for (const process of rich.processes) {
      const text = article(process.imageName).textContent
      expect(text).toContain(process.what)
      expect(text).toContain(process.ifDisabled)
      if (process.absenceText !== undefined) expect(text).toContain(process.absenceText)
    }
  })

  test('shows the passport: verdict, four facts in words, and all that is known of the file', () => {
    const [inPlace, elsewhere] = article('iTunesHelper.exe').querySelectorAll('.passport')
    expect(inPlace!.querySelector('.verdict')!.textContent).toContain('Genuine')
    expect(elsewhere!.querySelector('.verdict')!.textContent).toContain('Look closer')
    const states = [...elsewhere!.querySelectorAll('.facts > div')].map((one) => one.className)
    expect(states).toEqual(['ticked', 'crossed', 'ticked', 'ticked'])
    expect(elsewhere!.querySelector('.crossed')!.textContent).toContain('Not as it should be.')
    for (const part of [
      'C:\\Program Files\\iTunes\\iTunesHelper.exe',
      'Apple Inc. (valid)',
      'Symantec Class 3 SHA256 Code Signing CA',
      '12.10.9.3',
      'KONTORET\\anna, with standard rights',
      '18.4 MB',
    ]) {
      expect(inPlace!.textContent).toContain(part)
    }
    const times = [...inPlace!.querySelectorAll('time')].map((one) => one.getAttribute('datetime'))
    expect(times).toEqual(['2020-08-04T21:30:00.000Z', '2026-11-22T07:14:03.000Z'])
  })

  test('shows services, those that are not there too, look-alikes, and other programs of Apple’s', () => {
    const services = section('services').textContent
    expect(services).toContain('Automatic: with the PC')
    expect(services).toContain('Not on this PC: Apple Mobile Device.')
    expect(section('look-alikes').textContent).toContain('iTunesHe1per.exe could be mistaken for')
    expect(section('other-apple').textContent).toContain('Apple Push Helper')
  })

  test('links only to the catalogue’s sources, without telling them who asks', () => {
    const links = [...document.querySelectorAll('a:not([href^="#"])')]
    const known = Object.values(catalogue.sources).map(({ url }) => url)
    expect(links.length).toBeGreaterThan(50)
    for (const link of links) {
      expect(known).toContain(link.getAttribute('href'))
      expect(link.getAttribute('rel')).toBe('noreferrer')
    }
  })

  test('closes with the program’s version, and with whose it is not', () => {
    const footer = document.querySelector('footer')!.textContent
    expect(footer).toContain('Process Inspector for iTunes 0.1.0')
    expect(footer).toContain('not made by Apple')
  })

  test('leaves no key and no placeholder in any language', () => {
    for (const language of supportedLanguages) {
      const text = parse(write(rich, language)).body.textContent
      expect(text).not.toMatch(/\{\{|undefined|\[object|\b(report|evidence|trust|reason)\.[a-z]/)
    }
  })
})

describe('the answer', () => {
  const answerOf = (report: Report) =>
    parse(write(report)).getElementById('answer')!.textContent.trim()

  test('is calm when all that runs is genuine', async () => {
    const report = await reportOf(richPc(richProcesses.slice(0, 4)))
    expect(answerOf(report)).toBe(
      '3 iTunes background processes are running, and all are genuine: leave them on.',
    )
    expect(parse(write(report)).getElementById('findings')).toBeNull()
  })

  test('claims nothing when only names are known, and says why', async () => {
    const report = await reportOf(windowsPc(listing([listed(77, 'iTunesHelper.exe')])))
    expect(answerOf(report)).toContain('it is not known whether it is genuine')
    const text = parse(write(report)).body.textContent
    expect(text).toContain('the process list does not say')
    expect(text).toContain('not known whether other Apple programs')
  })

  test('does not mistake a list that was cut short for an idle PC', async () => {
    const nothing = await reportOf(windowsPc(listing([])))
    expect(answerOf(nothing)).toBe('No iTunes background process is running.')
    const partial = await reportOf(windowsPc(listing([], { isComplete: false })))
    expect(answerOf(partial)).toBe('One thing on this PC needs attention.')
    expect(answerOf({ ...partial, findings: [] })).toContain('Not everything that is running')
  })
})

test('asked to explain, it explains that and nothing else', () => {
  const explained = [
    { asked: '<b>x</b>.exe', pids: [], text: 'First.\nSecond <i>.' },
    { asked: 'distnoted', id: 'distnoted', pids: [5], text: 'Here.' },
  ]
  const document = parse(write({ ...rich, explained }))
  const titles = [...document.querySelectorAll('h2')].map((one) => one.textContent)
  expect(titles).toEqual(['<b>x</b>.exe', 'distnoted', 'Leave them on'])
  expect(document.querySelectorAll('b, i, article, nav')).toHaveLength(0)
  expect([...document.querySelectorAll('.explained p')].map((one) => one.textContent)).toEqual([
    'First.',
    'Second <i>.',
    'Here.',
  ])
})

// eslint-disable-next-line no-control-regex -- what must not be left
const hiddenSigns = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/

describe('hostile names, paths, signers and claims', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '</style></title></textarea><h1>',
    '<!--',
    '--><b>',
    ']]>',
    'javascript:alert(1)',
    '$t(app.name) {{count}} {{{reason}}}',
    '\u202egnp.exe\u2066\u200b\ufeff',
    '\u0000\u001b[2J\u009b\r\n\t',
    '\ud83d',
    '&lt;&#x3c;',
    '__proto__',
    'constructor',
  ]
  const fewer: Report = {
    ...rich,
    processes: rich.processes.filter((one) => one.instances.length > 0),
  }
  const harmless = skeleton(write(withForeignTexts(fewer, (index) => `x${index}`)))

  test('make no element and no attribute: the page differs from a harmless one in its texts alone', () => {
    expect(harmless.length).toBeGreaterThan(300)
    const piece = fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        // The number keeps texts apart that differ in the harmless report as well.
        const report = withForeignTexts(
          fewer,
          (index) => `${texts[index % texts.length] ?? ''}${index}`,
        )
        const page = write(report)
        expect(skeleton(page)).toEqual(harmless)
        expect(page).not.toMatch(hiddenSigns)
        expect(page).not.toMatch(/[\ud800-\udfff]/u)
      }),
      { numRuns: 40 },
    )
  })

  test('stay readable, each hidden sign by its code', async () => {
    const process = listed(5, 'SYNCSERVER.exe', {
      imagePath: { state: 'known', value: 'C:\\<b>\u202egnp\\"x".exe' },
    })
    const text = parse(write(await reportOf(richPc([process])))).body.textContent
    expect(text).toContain('C:\\<b>⟨U+202E⟩gnp\\"x".exe')
  })

  test('of 32,767 characters are cut in the middle, in a page of 500 processes too', () => {
    const instance = rich.processes.find(({ id }) => id === 'itunes-helper')!.instances[0]!
    const instances = Array.from({ length: 500 }, (_, pid) => ({
      ...instance,
      pid,
      name: '<'.repeat(32_767),
      imagePath: { state: 'known', value: '&'.repeat(32_767) } as const,
    }))
    const processes = rich.processes.map((one) =>
      one.id === 'itunes-helper' ? { ...one, instances } : one,
    )
    const page = write({ ...rich, processes })
    expect(page.length).toBeLessThan(500 * 8_000 + 200_000)
    expect(page.match(/class="passport"/g)).toHaveLength(503 + 2)
  })
})
