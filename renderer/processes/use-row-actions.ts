/** What the menu of a row does: copying, and showing the file in its folder. */
import { useCallback, useEffect, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { useWords } from '../text/words-context.ts'
import type { Row } from './process-rows.ts'
import type { SeenOf } from './seen.ts'

export type RowAction = 'copyRow' | 'copyPath' | 'copyHash' | 'showInFolder'

/** How long the answer stands there. */
const toldMs = 6000

export function useRowActions(
  bridge: Pick<InspectorBridge, 'copyText' | 'hashFile' | 'showFile'>,
  seenOf: SeenOf,
  lineOf: (row: Row) => string,
) {
  const words = useWords()
  const { t } = words
  const [told, setTold] = useState('')
  useEffect(() => {
    if (told === '') return
    const timer = setTimeout(() => {
      setTold('')
    }, toldMs)
    return () => {
      clearTimeout(timer)
    }
  }, [told])

  const copy = useCallback(
    async (name: string, text: string) => {
      const answer = await bridge.copyText(text)
      setTold(answer.ok ? t('processes.copied', { name }) : t('processes.notCopied'))
    },
    [bridge, t],
  )
  const act = useCallback(
    async (action: RowAction, row: Row) => {
      const { path } = seenOf(row)
      const { pid } = row.process
      switch (action) {
        case 'copyRow':
          return copy(row.name, lineOf(row))
        case 'copyPath':
          return path.state === 'known' ? copy(visibleText(path.value), path.value) : undefined
        case 'copyHash': {
          setTold(t('processes.hash.looking'))
          const hash = await bridge.hashFile(pid)
          if (hash.ok) return copy(`SHA-256 ${hash.value.sha256}`, hash.value.sha256)
          const reason = reasonWords(words, hash.failure.code)
          setTold(t('processes.hash.failed', { reason }))
          return
        }
        case 'showInFolder': {
          const answer = await bridge.showFile(pid)
          if (answer.ok) return
          const { code } = answer.failure
          const isSaid = code === 'network-path' || code === 'path-unknown'
          setTold(t(`window.file.outcome.${isSaid ? code : 'not-shown'}`))
        }
      }
    },
    [bridge, seenOf, lineOf, copy, t, words],
  )
  const run = useCallback(
    (action: RowAction, row: Row) => {
      act(action, row).catch(() => {
        setTold(t('processes.notCopied'))
      })
    },
    [act, t],
  )
  return { run, told }
}
