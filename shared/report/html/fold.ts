/** A part of the page that is closed until somebody asks; open on paper. */
import { markup, type Markup, type Piece } from './markup.ts'

export function fold(id: string, title: Piece, content: Piece): Markup {
  return markup`
<section aria-labelledby="${id}">
<details class="fold"><summary><h2 id="${id}">${title}</h2></summary>
${content}
</details>
</section>`
}
