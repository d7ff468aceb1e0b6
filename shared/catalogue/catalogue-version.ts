/** The version of the catalogue: eight digits that change with anything that a verdict rests on. */
import names from '../../assets/catalogue/names.json' with { type: 'json' }
import otherPrograms from '../../assets/catalogue/other-programs.json' with { type: 'json' }
import processes from '../../assets/catalogue/processes.json' with { type: 'json' }
import trustRules from '../../assets/catalogue/trust-rules.json' with { type: 'json' }

let version: string | undefined

/** Equal where two reports were judged by the same data. */
export function catalogueVersion(): string {
  version ??= fingerprint(JSON.stringify([processes, trustRules, names, otherPrograms]))
  return version
}

/** FNV-1a over the letters: it tells versions apart, and proves nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
