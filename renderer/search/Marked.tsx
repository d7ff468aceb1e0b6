/** A text in which the found letters stand out. */
import { fold } from '../../shared/search/fold.ts'

interface Props {
  readonly text: string
  readonly query: string
}

/** Only where folding kept each letter's place: else the text stays as it is. */
export function Marked({ text, query }: Props) {
  const folded = fold(text)
  const wanted = fold(query.trim().slice(0, 100))
  const at = wanted.length < 2 || folded.length !== text.length ? -1 : folded.indexOf(wanted)
  if (at < 0) return text
  const end = at + wanted.length
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  )
}
