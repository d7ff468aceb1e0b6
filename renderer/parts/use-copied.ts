/** Copying a text, and the word about it. */
import { useCallback, useEffect, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { TextKey } from '../../shared/text/words.ts'
import { useWords } from '../text/words-context.ts'

/** How long the answer stands there. */
const toldMs = 4000

interface Told {
  /** With the value `name`. */
  readonly copied: TextKey
  readonly notCopied: TextKey
}

/** @param texts the same ones at every drawing. */
export function useCopied(copyText: InspectorBridge['copyText'], texts: Told) {
  const { t } = useWords()
  const [told, setTold] = useState<{ readonly name: string; readonly isDone: boolean }>()

  const copy = useCallback(
    (name: string, text: string) => {
      copyText(text).then(
        ({ ok }) => {
          setTold({ name, isDone: ok })
        },
        () => {
          setTold({ name, isDone: false })
        },
      )
    },
    [copyText],
  )

  useEffect(() => {
    if (told === undefined) return
    const timer = setTimeout(() => {
      setTold(undefined)
    }, toldMs)
    return () => {
      clearTimeout(timer)
    }
  }, [told])

  const copied =
    told === undefined
      ? ''
      : told.isDone
        ? t(texts.copied, { name: told.name })
        : t(texts.notCopied)
  return { copy, copied }
}
