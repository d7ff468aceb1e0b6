/** How is a path written so that it breaks after a backslash, and nowhere in a name if it can be helped? */
import { Fragment } from 'react'

export function BreakablePath({ path }: { readonly path: string }) {
  return path.split(/(?<=\\)/).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}
