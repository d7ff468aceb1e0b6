/** Every machine of the written-down cases comes out as written down, and is told nothing of what is wrong for it. */
import { expect, test } from 'vitest'
import { actionWords } from '../../../shared/text/action-words.ts'
import { diagnosisReport, diagnosisText, ticketText } from '../../../shared/text/doctor-words.ts'
import { findingWords } from '../../../shared/text/fact-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import type { FindingAction } from '../../../shared/judge/findings/actions.ts'
import type { Diagnosis } from '../../../shared/model/diagnosis.ts'
import cases from '../../fixtures/machines/cases.json' with { type: 'json' }
import { diagnoseMachine } from '../../fixtures/machines/diagnose-machine.ts'

const words = wordsIn('en')
// What a source is called is nobody's advice.
const pages = {}

test.each(cases.map((one) => [one.id, one] as const))('%s', async (_id, one) => {
  const diagnosis = await diagnoseMachine(one)
  if (diagnosis === null) throw new Error('no such symptom')
  expect([diagnosis.outcome, diagnosis.cause?.code ?? null]).toEqual([
    one.outcome,
    one.causeCode?.replace(/^new:/, '') ?? null,
  ])
  expect(diagnosis.next?.needsAdmin).toBe(one.needsAdmin)
  const said = allSaid(diagnosis)
  for (const wrong of one.notThis) expect(said).not.toMatch(adviceOf(wrong))
})

/** Whatever a reader of the walk gets to see: the answer, every step, what it says and what to do about it. */
function allSaid(diagnosis: Diagnosis): string {
  const [, ...text] = diagnosisText(words, diagnosis, pages).split('\n')
  const steps = diagnosis.steps.flatMap(({ finding, action }) => [
    ...(finding === null ? [] : [findingWords(words, finding)]),
    ...(action === null ? [] : [actionWords(words, action as FindingAction).text]),
  ])
  const { next, steps: reported } = diagnosisReport(words, diagnosis, pages)
  const ticket = ticketText(words, diagnosis, []).split('\n').slice(1)
  return [...text, ...steps, ...ticket, JSON.stringify([next, reported])]
    .join('\n')
    .replace(/\bdo not [^.;]*|\bno source [^.;]*/gi, '')
}

/** How the wrong advice of the cases would be worded here; what is said not to be done is no advice. */
const advice: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^hosts, firewall, another PC|PCs? or cables/i,
    /another PC|hosts (?:file|line)s? \w+ (?:block|redirect)|the rule “/i,
  ],
  [/^hosts file/i, /delete only the lines|hosts file (?:blocks|redirects)/i],
  [/cable/i, /cable/i],
  [
    /^(?:restart|restart again.*)$/i,
    /restart (?:the |your )?(?:PC|again)|PC and iPhone have been restarted/i,
  ],
  [
    /third-party site|driver-finder|elsewhere|download (?:the one|site)|DLL site/i,
    /driver (?:from|updater|finder)(?! Apple)|(?<!not )take Bonjour or dnssd/i,
  ],
  [/administrator/i, /as administrator/i],
  [/install desktop iTunes/i, /iTunes from apple\.com|iTunes installer/i],
  [/services\.msc/i, /open services/i],
  [/never starts by itself/i, /never starts by itself/i],
  [/Run entry/i, /run entry|run key/i],
  [/create the service/i, /create (?:a|the) service|sc create/i],
  [/have disk/i, /have disk|usbaapl64\.inf/i],
  [/key name is malware|^malware$/i, /malware|trojan|virus (?!&)/i],
  [/rename the service/i, /rename/i],
  [/reinstall drivers|driver reinstall/i, /uninstall the device|reinstall .*driver/i],
  [/reinstall bonjour/i, /(?:uninstall|reinstall|install) bonjour(?! again does not)/i],
  [/reinstall the program/i, /reinstall the|install .* again/i],
  [/reinstall iTunes/i, /(?:uninstall|reinstall|repair) iTunes|iTunes installer/i],
  [/^reinstall/i, /uninstall|reinstall|installer/i],
  [
    /firewall is the culprit|^windows firewall$/i,
    /windows (?:defender )?firewall (?:blocks|is)|disable the rule|find the rule/i,
  ],
  [/not the filter/i, /not the filter/i],
  [/downgrade/i, /downgrade|older iOS/i],
  [/pairing|lockdown/i, /(?:delete|remove|empty) .*(?:lockdown|pairing|trusted)/i],
  [/force/i, /force/i],
  [/name a cause|any cause/i, /the cause is/i],
  [/power saving/i, /power (?:saving|management)/i],
  [/kill|end (?:the process|it|mdns)/i, /\bend (?:it|the process|apple|mdns)|taskkill/i],
  [/block 27015|block 5353/i, /block (?:port )?(?:27015|5353)/i],
  [/change edition/i, /microsoft store|other (?:edition|version)/i],
  [/delete the old backups/i, /delete backups/i],
  [/error number names|1603 names/i, /number (?:says|names) the cause/i],
  [/whole hosts file/i, /replace the (?:whole )?hosts/i],
  [/hardware fault/i, /hardware/i],
  [/gs\.apple\.com is the only/i, /gs\.apple\.com/i],
  [/this PC is at fault/i, /the cause is on this PC/i],
  [/winsock/i, /winsock/i],
  [/clock/i, /clock|set the time/i],
  [/router/i, /router/i],
  [/start type/i, /startup type|start= /i],
  [
    /firewall off|whole firewall/i,
    /(?:disable|switch off|reset) (?:the )?(?:whole )?(?:windows )?firewall/i,
  ],
  [/print services from 2010/i, /install bonjour print|bonjour print services from/i],
  [/own mDNS/i, /windows' own mdns|replaces bonjour/i],
  [/lsa protection off/i, /(?:disable|switch off) .*(?:lsa|protection)/i],
  [/newer bonjour cures/i, /newer bonjour/i],
  [/mdnsnsp\.dll$/i, /(?:rename|delete) .*mdnsnsp/i],
  [/windirstat/i, /windirstat|was just opened/i],
  [/as malware|damaged/i, /damaged|remove itunes as/i],
  [/scanner off/i, /(?:disable|switch off) .*antivirus/i],
  [/path variable/i, /path variable|environment/i],
  [/older iTunes/i, /older itunes/i],
  [/registry/i, /registry|regedit/i],
  [/apple devices brings it/i, /apple devices (?:brings|includes)/i],
  [/delete C:/i, /delete C:|delete the folder/i],
  [
    /disable|delete iTunesHelper/i,
    /disable (?:itunes ?helper|apple mobile device|apple's services)(?! in startup apps)|delete itunes/i,
  ],
  [/uninstall iTunes/i, /uninstall itunes/i],
  [/apple music is the cause/i, /apple music/i],
  [/single files/i, /single files/i],
  [/cleaner/i, /cleaner/i],
  [/-remove/i, /-remove/i],
  [/needed for windows/i, /needed for windows/i],
  [/absence on new/i, /software update is missing/i],
  [/delete folders/i, /delete folders/i],
  [/second uninstall/i, /start .*uninstall/i],
  [/proves it is/i, /so it is apple's|proves/i],
  [/buy/i, /buy/i],
]

function adviceOf(wrong: string): RegExp {
  const found = advice.find(([kind]) => kind.test(wrong))
  if (found === undefined) throw new Error(`nobody says how this would be worded: ${wrong}`)
  return found[1]
}
