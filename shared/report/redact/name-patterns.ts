/** Where names of people stand in what somebody wrote: alone, with their domain, in an address for mail and in a path. */

export const mailAddress =
  /(?<![\p{L}\p{N}\p{M}._%+'-])([\p{L}\p{N}\p{M}._%+'-]{1,64})@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu

export const personalId = /S-1-(?:5-21|12-1)-\d{1,10}(?:-\d{1,10}){1,14}/gi

/** Of a share: as Windows writes it, literally, with slashes, as an address and as the kernel names it. */
export const computer =
  /((?<![\w\\:])\\\\(?![?.]\\)|\\\\[?.]\\UNC\\|(?<![\w:/])\/\/(?=[^\s/]{1,255}\/)|file:\/\/(?=[^\s/:]{1,255}\/)|\\Device\\(?:Mup|LanmanRedirector)\\(?:;[^\\]{1,64}\\)?)([^\\/:*?"<>|\s]{1,255})(?=[\\/])/gi

/** A company's cloud in a person's folder bears the company's name. */
export const companyCloud =
  /(?<=[\\/](?:OneDrive|SharePoint) - )([^\\/:*?"<>|\r\n\t]{1,128}?)(?=[\\/"]|$)/gi

const sign = String.raw`[^\\/:*?"<>|\r\n\t]`
/** Also as addresses write it. */
const separator = String.raw`(?:[\\/]|%5C|%2F)`
/** Folders under which Windows and its domains keep one folder for each person. */
const roots = String.raw`(?:Users|Documents and Settings|Documents%20and%20Settings|DOCUME~1|Dokumente und Einstellungen|DOKUME~1|Profiles|Benutzer|home\$?|homes\$?|homedirs?\$?|profiles?\$|users?\$|userdata\$?|Redirected(?:Folders)?\$?)`
const end = String.raw`(?=${separator}|["<>|*?\r\n\t:,;]|\s+[-/]|$)`
/** Up to the next separator or the end: a person's name may hold blanks. */
export const personFolder = new RegExp(
  `(${separator}${roots}${separator}+)(${sign}{1,256}?)${end}`,
  'gi',
)
/** On a drive, in the usual form or the literal one. */
export const driveFolder = new RegExp(
  String.raw`(?<![\w\\/.?])(?:\\\\[?.]\\|\\\?\?\\)?([A-Za-z]:)[\\/]+Users[\\/]+(${sign}{1,256}?)${end}`,
  'gi',
)

/** Of `DOMAIN\\name`. */
export function domainOf(account: string): readonly string[] {
  const [domain = '', name] = account.split('\\')
  return name === undefined || domain === '.' || domain === '' ? [] : [domain]
}

const letter = String.raw`\p{L}\p{N}\p{M}`

/** Those that every PC may have. */
const usualDomains = [
  '.',
  'AzureAD',
  'MicrosoftAccount',
  'WORKGROUP',
  '%COMPUTERNAME%',
  '%USERDOMAIN%',
]

/**
 * An account with its domain, and behind an option that takes one: also of a name that alone would be any word's.
 * @param domains undefined: any.
 */
export function accountsOf(
  domains: readonly string[] | undefined,
  names: readonly string[],
): RegExp | undefined {
  if (names.length === 0) return undefined
  const known = [...usualDomains, ...(domains ?? [])].map(literal).join('|')
  const domain = domains === undefined ? `(?:${anyDomain}|${known})` : `(?:${known})`
  const before = String.raw`(?<![${letter}\\/%.-])${domain}[\\/]|(?<=[\s"][/-]{1,2}(?:user(?:name)?|ru|u)(?:[:=]|\s)"?)`
  return new RegExp(
    String.raw`(?:${before})(${alternatives(names)})(?![${letter}\\/~_-]|\.[\p{L}\p{N}])`,
    'giu',
  )
}

const anyDomain = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,62}[\p{L}\p{N}])?`

export function wholeWords(names: readonly string[]): RegExp | undefined {
  if (names.length === 0) return undefined
  return new RegExp(`(?<![${letter}‹])(?:${alternatives(names)})(?![${letter}])`, 'giu')
}

/** Whether a file begins there that Windows runs: its name is judged. */
export function isProgramFile(text: string, at: number, length: number): boolean {
  if (at > 0 && !/[\\/]/.test(text[at - 1] ?? '')) return false
  const rest = text.slice(at + length, at + length + 80)
  return /^[^\\/"]{0,60}?\.(?:exe|dll|sys)(?![\p{L}\p{N}])/iu.test(rest)
}

/** More have no room in an expression that is quick; folders and accounts of all of them are found by their place. */
const mostNames = 200
/** So many are looked for in other spellings too. */
const mostSpelled = 30

/** Longest first, in both forms of accents, with any apostrophe, and as addresses write a blank. */
function alternatives(names: readonly string[]): string {
  const forms = new Set(names.flatMap((name) => [name.normalize('NFC'), name.normalize('NFD')]))
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .slice(0, mostNames)
    .flatMap((name) => (names.length > mostSpelled ? [name] : [name, ...spellings(name)]))
    .map(literal)
    .join('|')
}

export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function spellings(name: string): readonly string[] {
  const made = ['’', "'"].map((sign) => name.replace(/['’‘ʼ]/g, sign))
  const words = name.split(/\s+/)
  if (words.length > 1) {
    made.push(...['\u00a0', '.', '_', '-', '+'].map((between) => words.join(between)))
  }
  // Half a sign has no address.
  if (!/\p{Cs}/u.test(name)) made.push(encodeURIComponent(name), encodeURI(name))
  return [...new Set(made)].filter((one) => one !== name)
}
