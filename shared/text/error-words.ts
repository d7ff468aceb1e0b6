/** What an error means and what to do, in words: for the window and the command line alike. */
import type { ErrorRow, ErrorMatch } from '../catalogue/errors.ts'
import type { TextKey, Words } from './words.ts'
import { shortText } from './visible-text.ts'

export interface ErrorExplained {
  /** `Error 3194`, or that the message itself was recognised. */
  readonly title: string
  /** In what it is met. */
  readonly when: string
  /** How the number was understood, where that needs a word. */
  readonly fit: string | undefined
  readonly meaning: string
  readonly first: string
  readonly then: readonly string[]
  readonly note: string | undefined
  /** How sure that is. */
  readonly confidence: string
}

export function errorWords(words: Words, { row, codes, fit }: ErrorMatch): ErrorExplained {
  const { t, has } = words
  const [first = '', ...then] = row.steps.map((step) => t(`errors.step.${step}` as TextKey))
  const noteKey = `errors.note.${row.id}`
  return {
    title:
      codes.length === 0
        ? t('errors.message')
        : t('errors.number', { number: shortText(codes.join(', '), 60) }),
    when: t(`errors.when.${row.when}`),
    fit: fitWords(words, row, codes[0] ?? '', fit),
    meaning: t(`errors.meaning.${row.id}` as TextKey),
    first,
    then,
    note: has(noteKey) ? t(noteKey) : undefined,
    confidence: confidenceWords(words, row),
  }
}

function confidenceWords({ t }: Words, { confidence }: ErrorRow): string {
  return confidence === 'low' ? t('errors.low') : t(`confidence.${confidence}`)
}

/** An exact number and a message need no word. */
function fitWords(
  { t }: Words,
  { codes, ranges = [] }: ErrorRow,
  code: string,
  fit: ErrorMatch['fit'],
): string | undefined {
  switch (fit) {
    case 'mended':
      return t('errors.fit.mended', { code })
    case 'other-sign': {
      const turned = code.startsWith('-') ? code.slice(1) : `-${code}`
      return t('errors.fit.other-sign', { code: codes.find((own) => own === turned) ?? turned })
    }
    case 'range': {
      const range = ranges.length === 1 ? ranges[0] : undefined
      return range && t('errors.fit.range', { range: `${range.from} – ${range.to}` })
    }
    case 'exact':
    case 'words':
      return undefined
  }
}
