/** Do the window and the reports say the same about connections, word for word, in every state and language? */
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { isFaultless, shownAnswer } from '../../../renderer/connections/answer.ts'
import { initialConnectionsState } from '../../../renderer/connections/connections-state.ts'
import { FirewallRules } from '../../../renderer/connections/this-pc/FirewallRules.tsx'
import { HostsFile } from '../../../renderer/connections/this-pc/HostsFile.tsx'
import { LocalPorts } from '../../../renderer/connections/this-pc/LocalPorts.tsx'
import { ServerDetails } from '../../../renderer/connections/servers/ServerDetails.tsx'
import { rowFacts } from '../../../renderer/connections/servers/server-rows.ts'
import { WayCard } from '../../../renderer/connections/WayCard.tsx'
import { FindingCard } from '../../../renderer/parts/FindingCard.tsx'
import { WordsContext } from '../../../renderer/text/words-context.ts'
import { judgeCheck } from '../../../shared/judge/findings/connection-findings.ts'
import { overallWords } from '../../../shared/text/connection-words.ts'
import type { ConnectionCheck } from '../../../shared/model/connection.ts'
import type { ConnectionsLook } from '../../../shared/connections/connections-look.ts'
import { skipped } from '../../../shared/model/probe.ts'
import {
  connectionNotes,
  connectionOveralls,
  connectionSymptoms,
} from '../../../shared/model/connection.ts'
import { describeConnections } from '../../../shared/report/text/describe-connections.ts'
import { describeConnections as describeOnPage } from '../../../shared/report/html/parts/connections-part.ts'
import { createWriter } from '../../../shared/report/html/writer.ts'
import { makeReport } from '../../../shared/report/convert/make-report.ts'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import { supportedLanguages, type Language } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { firewallStates, hostsStates, portStates } from '../../fixtures/connection-states.ts'
import { interceptedResult } from '../../fixtures/connections.ts'
import { catalogue, fakeBridge, inspectionOf } from '../fake-bridge.ts'
import { checkOf, endpoint, result } from './made-up-check.ts'

afterEach(cleanup)

const unseen: ConnectionsLook = {
  takenAtUtc: '2026-11-22T12:00:00.000Z',
  hostsFile: skipped('not-checked'),
  ports: [],
  firewall: skipped('not-checked'),
}

interface Reported {
  readonly made: Report
  readonly text: string
  readonly page: string
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The text report without its line breaks, and what a reader of the page sees: the parts about connections. */
function report(
  connections: { readonly look?: Partial<ConnectionsLook>; readonly check?: ConnectionCheck },
  language: Language,
): Reported {
  const words = wordsIn(language)
  const { look, check } = connections
  const made = makeReport(inspectionOf({}), { name: 'x', version: '1' }, words, {
    ...(look !== undefined && { look: { ...unseen, ...look } }),
    ...(check !== undefined && { check }),
  })
  const page = document.createElement('main')
  page.innerHTML = String(describeOnPage(made, createWriter(words, catalogue)))
  return {
    made,
    text: oneLine(describeConnections(made, words).join('\n')),
    page: oneLine(page.textContent),
  }
}

const noSources = { sources: {}, onOpenSource: () => undefined }

function draw(language: Language, part: ReactNode): HTMLElement {
  const { container } = render(<WordsContext value={wordsIn(language)}>{part}</WordsContext>)
  return container
}

/** Without what only a screen reader adds: which line a folded part is about. */
function seen(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const spoken of copy.querySelectorAll('.spoken-only')) spoken.remove()
  return oneLine(copy.textContent)
}

/** What is said in a part of the window; titles, labels and what is quoted from the catalogue are left out. */
function said(element: Element, language: Language): readonly string[] {
  const { t } = wordsIn(language)
  const labels = [t('connectionView.hosts.undo'), t('connectionView.details.sources')]
  return [...element.querySelectorAll('p, summary')]
    .map(seen)
    .filter((text) => text !== '' && !labels.includes(text))
}

/** Every word of the report is in the window, and every word of the window in the report, whatever their order. */
function expectSame(shown: readonly string[], reported: string): void {
  let left = oneLine(reported)
  for (const sentence of [...shown].sort((a, b) => b.length - a.length)) {
    expect(left).toContain(sentence)
    left = left.replace(sentence, () => '')
  }
  expect(left.trim()).toBe('')
}

/** What the JSON holds is what the text and the page show. */
function expectShown(sentences: readonly string[], { text, page }: Reported): void {
  for (const sentence of sentences) {
    expect(text).toContain(oneLine(sentence))
    expect(page).toContain(oneLine(sentence))
  }
}

describe.each(supportedLanguages)('in %s', (language) => {
  const words = wordsIn(language)
  const { t } = words

  test.each(portStates)('port $name', ({ ports }) => {
    const told = report({ look: { ports } }, language)
    const shown = draw(language, <LocalPorts ports={ports} {...noSources} />)
    const items = [...shown.querySelectorAll('li')].filter((li) => li.closest('details') === null)
    if (items.length === 0) {
      const sentences = said(shown, language)
      expect(sentences).toHaveLength(1)
      expectShown(sentences, told)
      return
    }
    expect(items).toHaveLength(ports.length)
    items.forEach((item, index) => {
      const { text = '' } = told.made.ports?.[index] ?? {}
      const [name = '', ...sentences] = said(item, language).filter(
        (one) => !one.startsWith(t('connectionView.thisPc.about', { port: '' }).trim()),
      )
      expectSame(sentences, text)
      expectShown([name, text], told)
    })
  })

  test.each(hostsStates)('hosts file $name', ({ hostsFile }) => {
    const told = report({ look: { hostsFile } }, language)
    const shown = draw(
      language,
      <HostsFile hostsFile={hostsFile} onCopy={() => new Promise(() => {})} {...noSources} />,
    )
    const items = [...shown.querySelectorAll('li')].filter((li) => li.closest('details') === null)
    const findings = hostsFile.state === 'known' ? hostsFile.value.findings : []
    if (findings.length === 0) {
      const [sentence = ''] = said(shown, language)
      expectShown([sentence], told)
      return
    }
    expect(items.length).toBeGreaterThan(0)
    items.forEach((item, index) => {
      const reported = told.made.hostsFile
      const { text = '' } =
        (reported?.state === 'known' ? reported.value.findings[index] : undefined) ?? {}
      expectSame(said(item, language), text)
      expectShown([text], told)
    })
  })

  test.each(firewallStates)('firewall $name', ({ firewall }) => {
    const told = report({ look: { firewall } }, language)
    const shown = draw(language, <FirewallRules firewall={firewall} />)
    expectShown(said(shown, language), told)
    const items = [...shown.querySelectorAll('li')]
    const rules = told.made.firewall?.state === 'known' ? told.made.firewall.value.rules : []
    expect(items).toHaveLength(rules.length)
    items.forEach((item, index) => {
      expectSame(said(item, language), rules[index]?.text ?? '')
    })
  })

  test.each(connectionSymptoms)('server: %s', (symptom) => {
    const notes = connectionNotes
    const one = { ...interceptedResult, symptom, notes }
    const told = report({ check: checkOf([one]) }, language)
    const facts = rowFacts(endpoint('gs'), [one], undefined)
    const view = draw(
      language,
      <ServerDetails
        endpoint={endpoint('gs')}
        results={[one]}
        facts={facts}
        onTry={undefined}
        {...noSources}
      />,
    )
    const { text = '', title = '' } = told.made.endpoints?.[0] ?? {}
    const meaning = view.querySelector('p')?.parentElement?.querySelectorAll('p') ?? []
    const isTold = !['ok', 'cancelled', 'not-tried'].includes(symptom)
    const heading = t('connectionView.details.notes')
    const list = [...view.querySelectorAll('h3')].find((h3) => h3.textContent === heading)
    const noteItems = [...(list?.parentElement?.querySelectorAll('li') ?? [])]
    const sentences = [...(isTold ? meaning : []), ...noteItems].map(({ textContent }) =>
      oneLine(textContent),
    )
    expect(noteItems).toHaveLength(notes.length)
    if (isTold) expectSame(sentences, `${title} ${text}`)
    else for (const sentence of sentences) expect(oneLine(text)).toContain(sentence)
    expectShown([title, text], told)
  })

  test.each(connectionOveralls)('the whole check: %s', (overall) => {
    const check = checkOf([result('gs')], { overall })
    const told = report({ check }, language)
    const answer = shownAnswer(check, [])
    const { title = '', text = '' } = told.made.connectionCheck ?? {}
    const [finding] = judgeCheck(check, [])
    const shown = draw(
      language,
      isFaultless(answer) || finding === undefined ? (
        <WayCard state={{ ...initialConnectionsState, check }} answer={answer} links={[]} />
      ) : (
        <FindingCard finding={finding} isLive={false} bridge={fakeBridge()} />
      ),
    )
    expect(shown.querySelector('h2')?.textContent).toBe(title)
    if (isFaultless(answer)) expectSame(said(shown, language), text)
    else expect(shown.textContent).toContain(overallWords(words, overall).means)
    expectShown([title, text], told)
  })
})

test('a port that Apple needs not, taken beside its program, is normal and nothing more', () => {
  const { ports = [] } = portStates.find(({ name }) => name === 'another beside its own') ?? {}
  const shown = draw('en', <LocalPorts ports={ports} {...noSources} />)
  const taken = [...shown.querySelectorAll('li')].find((li) => li.textContent.includes('UDP 5350'))
  expect(taken?.textContent).toMatch(
    /That is not the program that Apple names for this port\. That is normal\.About/,
  )
})
