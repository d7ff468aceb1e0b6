/** A finding's sentence says what is; its action says what to do. Neither says the other's part again. */
import { describe, expect, test } from 'vitest'
import { actionById, actionOf, isActionId } from '../../../shared/judge/findings/actions.ts'
import { readRules } from '../../../shared/judge/findings/rules.ts'
import type { Finding, FindingCode } from '../../../shared/model/finding.ts'
import { actionWords } from '../../../shared/text/action-words.ts'
import { findingWords } from '../../../shared/text/fact-words.ts'
import { supportedLanguages, type Language } from '../../../shared/text/languages.ts'
import { wordsIn, type TextKey } from '../../../shared/text/texts.ts'
import doctor from '../../../assets/texts/en/doctor.json' with { type: 'json' }
import program from '../../../assets/texts/en/program.json' with { type: 'json' }

const codes = [...Object.keys(program.finding), ...Object.keys(doctor.finding)] as FindingCode[]
const values = {
  ...{ pid: '7', port: '27015', owner: 'x.exe', signer: 'Anyone', folder: 'C:\\x', file: 'x.dll' },
  ...{ rule: 'r', program: 'x.exe', resembles: 'iTunes.exe', more: '2', name: 'n', free: '1' },
  ...{ problem: '10', hubs: '2', profiles: 'public', app: 'iTunes', line: '3', names: 'n' },
}
const findingOf = (code: FindingCode): Finding => ({
  ...{ code, severity: 'attention', subject: 'AppleMobileDeviceService.exe' },
  values: {
    ...values,
    ...(code === 'connections' && { what: 'all-failed' }),
    ...(code.startsWith('hosts-') && { what: 'updates-blocked', address: '0.0.0.0' }),
  },
})

/** What a finding's sentence and the words of each rule say, beside each action that may follow. */
function said(language: Language) {
  const words = wordsIn(language)
  const ofCodes = codes.map((code) => {
    const finding = findingOf(code)
    return { what: code, is: findingWords(words, finding), action: actionOf(finding) }
  })
  const ofRules = readRules().rules.flatMap(({ id, code, action, says }) => {
    const finding = findingOf(code)
    const is =
      says === undefined
        ? findingWords(words, finding)
        : words.t(`doctor.says.${says}` as TextKey, values)
    const does = action === undefined || !isActionId(action) ? null : actionById(action, values)
    return [{ what: id, is, action: does ?? actionOf(finding) }]
  })
  return [...ofCodes, ...ofRules].map(({ what, is, action }) => ({
    ...{ what, is, does: actionWords(words, action).text },
  }))
}

/** The first word of each sentence, and of what follows a colon or a semicolon. */
const beginnings = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?])\s+|[:;]\s+/)
    .flatMap((sentence) => /^[“„«"'\s]*(\p{L}+(?:-\p{L}+)?)/u.exec(sentence)?.[1] ?? [])
    .map((word) => word.toLowerCase())

/** With these somebody is asked to do something, whatever the action says. */
const asks: Readonly<Record<Language, RegExp>> = {
  en: /^(?:open|restart|check|have|scan|install|uninstall|disable|enable|look|try|wait|choose|start|ask|consider)$/,
  sv: /^(?:öppna|starta|kontrollera|låt|genomsök|installera|avinstallera|inaktivera|aktivera|prova|vänta|välj|fråga|titta|överväg)$/,
  de: /^(?:öffnen|starten|prüfen|lassen|überprüfen|installieren|deinstallieren|deaktivieren|aktivieren|versuchen|warten|wählen|fragen|sehen|suchen)$/,
  fr: /^(?:ouvrez|redémarrez|démarrez|vérifiez|faites|faites-le|analysez|installez|réinstallez|désinstallez|désactivez|activez|essayez|attendez|choisissez|demandez|cherchez|actualisez|reprenez)$/,
  es: /^(?:abra|reinicie|inicie|compruebe|haga|analice|instale|vuelva|desinstale|deshabilite|habilite|pruebe|espere|elija|pregunte|busque|actualice|reanude)$/,
}

/** Six words in a row, in small letters, without the signs between them. */
function runs(text: string): ReadonlySet<string> {
  const all = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return new Set(all.slice(5).map((_, at) => all.slice(at, at + 6).join(' ')))
}

describe.each(supportedLanguages)('in %s', (language) => {
  const all = said(language)

  test('there are sentences of findings, each with something to do', () => {
    expect(all.length).toBeGreaterThan(100)
    for (const { what, is, does } of all) expect([is, does], what).not.toContain('')
  })

  test('no finding asks for anything: that is its action’s part', () => {
    const asking = all.flatMap(({ what, is }) =>
      beginnings(is).flatMap((word) => (asks[language].test(word) ? [`${what}: ${is}`] : [])),
    )
    expect(asking).toEqual([])
  })

  test('no sentence of a finding begins as its action does', () => {
    const twice = all.flatMap(({ what, is, does }) => {
      const [verb = ''] = beginnings(does)
      return beginnings(is).includes(verb) ? [`${what}: ${is} / ${does}`] : []
    })
    expect(twice.filter((one) => !isNoVerb.test(one.split(' / ')[1] ?? ''))).toEqual([])
  })

  test('finding and action share no phrase', () => {
    const shared = all.flatMap(({ what, is, does }) => {
      const own = runs(is)
      return [...runs(does)]
        .filter((phrase) => own.has(phrase))
        .map((phrase) => `${what}: ${phrase}`)
    })
    expect(shared).toEqual([])
  })
})

/** An action that begins with a condition or a place. */
const isNoVerb = /^(?:if|in|on|om|i|på|wenn|auf|si|dans|sur|en|para)\b/i
