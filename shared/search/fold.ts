/** A text without case, accents and the signs between words. */

/** Small letters without accents. Never by locale: an I is an I in Turkey too. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The same without blanks, dots and dashes: `iPod Service` and `ipod-service` are one. */
export function squeeze(text: string): string {
  return fold(text).replace(/[\s._\-\u00b7]+/gu, '')
}

const programEnding = /\.(?:exe|scr|pif|com|dll|sys|bat|cmd|msi|vbs|vbe|jse)$/i

/** Whether somebody named a file, rather than described something. */
export function isFileName(name: string): boolean {
  return programEnding.test(name)
}

export function withoutExe(name: string): string {
  return name.replace(/\.exe$/i, '')
}
