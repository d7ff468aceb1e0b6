/** The JSON that a saved page holds: the page is for people, and the same file can be opened. */

const opening = '<template id="report-json">'
const closing = '</template>'

/** In letters. What another program wrote may be far longer; the page is then for people only. */
const longestJson = 1_000_000

/** Holds no sign of markup, and only ASCII: whatever re-encodes the page leaves it whole. */
export function pageElement(report: object): string {
  const whole = JSON.stringify(report)
  if (whole.length > longestJson) return ''
  const json = whole.replace(
    /[^ -~]|[<>&]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${opening}${json}${closing}`
}

/** Undefined where the page holds none. */
export function jsonInPage(page: string): string | undefined {
  const from = page.indexOf(opening)
  if (from === -1) return undefined
  const end = page.indexOf(closing, from)
  return end === -1 ? undefined : page.slice(from + opening.length, end)
}
