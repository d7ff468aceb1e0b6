/** Paths and long names of programs, which break where a reader would break them. */
import { Fragment } from 'react'

/** After its backslashes. */
export function BreakablePath({ path }: { readonly path: string }) {
  return path.split(/(?<=\\)/).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}

/** Between its words and before its ending; within a word only if it must. */
export function BreakableName({ name }: { readonly name: string }) {
  return name.split(/(?<=\p{Ll})(?=\p{Lu})|(?=\.[^.]+$)/u).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
