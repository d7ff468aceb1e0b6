/** A path that breaks after its backslashes. */
import { Fragment } from 'react'

export function BreakablePath({ path }: { readonly path: string }) {
  return path.split(/(?<=\\)/).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}
