/** Whom a rule of Windows Firewall blocks. For findings and for the list of rules. */
import type { BlockingRule } from '../model/firewall-rule.ts'
import type { Words } from './texts.ts'
import { shortText } from './visible-text.ts'

/** Whom of Apple's it holds for, as a part of a sentence. */
export function blockedWords(
  { t }: Words,
  rule: Pick<BlockingRule, 'reach' | 'program' | 'service' | 'package'>,
): string {
  switch (rule.reach) {
    case 'program':
      return shortText(rule.program ?? '')
    case 'service':
      return t('ports.firewall.service', { name: shortText(rule.service ?? '', 120) })
    case 'package':
      return t('ports.firewall.package')
    case 'every-service':
      return t('ports.firewall.everyService')
    case 'every-program':
      return t('ports.firewall.everyProgram')
  }
}

/** `Public, Private` of the registry in the words of Windows' settings. */
export function profileNames(words: Words, profiles: readonly string[]): string {
  const names = profiles.map((profile) => {
    const key = `ports.firewall.profile.${profile.toLowerCase()}`
    return words.has(key) ? words.t(key) : profile
  })
  return shortText(names.join(', '), 120)
}
