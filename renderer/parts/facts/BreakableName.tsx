/** A long program name that breaks well. Between its words and before its ending; within a word only if it must. */
import { Fragment } from 'react'

export function BreakableName({ name }: { readonly name: string }) {
  return name.split(/(?<=\p{Ll})(?=\p{Lu})|(?=\.[^.]+$)/u).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
