/** Texts from the system, shown so that nothing in them can hide, reorder or fake. */

/**
 * - C0 and C1 controls, delete, and the Unicode line and paragraph separators: they move the cursor or break the line.
 * - Signs that take no room or look like a blank, so that two different names look alike: soft hyphen, joiners, Hangul
 *   fillers, the Mongolian separator, variation selectors, the blank Braille pattern, tags and their like.
 * - U+061C, U+202A-202E, U+2066-2069: turn the reading direction, so `exe.txt` can stand for `txt.exe`.
 * - Surrogates without their other half: no character at all. (With the `u` flag a whole pair never matches.)
 */
const hidden =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- they are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\u{13430}-\u{1345f}\u{1bca0}-\u{1bca3}\u{1d159}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu

/** The same text, with each such character replaced by its code: `⟨U+202E⟩`. All else stays as it is. */
export function visibleText(raw: string): string {
  return replaceHidden(raw, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** @param replace what stands for each such character */
export function replaceHidden(raw: string, replace: (character: string) => string): string {
  return raw.replace(hidden, replace)
}

/** Longer than any path that Windows shows in its own windows; nobody reads 32,767 characters. */
const shownLength = 400

/** The same, and with its middle left out when it is longer than anybody reads: beginning and end tell most. */
export function shortText(raw: string, longest = shownLength): string {
  if (raw.length <= longest) return visibleText(raw)
  const half = Math.floor((longest - 1) / 2)
  return visibleText(`${raw.slice(0, half)}…${raw.slice(-half)}`)
}
