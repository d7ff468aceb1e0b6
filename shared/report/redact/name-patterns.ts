/** Where names of people stand in what somebody wrote: alone, with their domain, and in an address for mail. */

export const mailAddress =
  /(?<![\p{L}\p{N}._%+'-])([\p{L}\p{N}._%+'-]{1,64})@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu

/** Of `DOMAIN\\name`. */
export function domainOf(account: string): readonly string[] {
  const [domain = '', name] = account.split('\\')
  return name === undefined || domain === '.' || domain === '' ? [] : [domain]
}

/** An account with its domain, wherever it stands: also of a name that alone would be any word's. */
export function accountsOf(
  domains: readonly string[] | undefined,
  names: readonly string[],
): RegExp | undefined {
  if (names.length === 0 || domains?.length === 0) return undefined
  const domain = domains === undefined ? anyDomain : `(?:${alternatives(domains)})`
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}\\/%.-])${domain}\\(${alternatives(names)})(?![\p{L}\p{N}\\/~_-]|\.[\p{L}\p{N}])`,
    'giu',
  )
}

const anyDomain = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,62}[\p{L}\p{N}])?`

export function wholeWords(names: readonly string[], after: string): RegExp | undefined {
  if (names.length === 0) return undefined
  return new RegExp(`(?<![\\p{L}\\p{N}‹])(?:${alternatives(names)})${after}`, 'giu')
}

/** Longest first. */
function alternatives(names: readonly string[]): string {
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length).slice(0, 200)
  return longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
}
