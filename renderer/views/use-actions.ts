/** What does the window ask of the main process on a click, and what does it say when that did not work? */
import { useCallback, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Words } from '../../shared/text/texts.ts'

/** Kept as data, so that a notice follows the language too. */
type NoticeCode =
  | { readonly kind: 'link'; readonly title: string }
  | { readonly kind: 'language'; readonly language: Language }

export interface Actions {
  readonly notice: NoticeCode | undefined
  readonly dismissNotice: () => void
  readonly openSource: (sourceKey: string) => void
  readonly chooseLanguage: (language: Language) => void
}

export function noticeWords({ t }: Words, notice: NoticeCode): string {
  return notice.kind === 'link'
    ? t('window.notice.link', { title: notice.title })
    : t('window.notice.language', { language: t(`language.${notice.language}`) })
}

export function useActions(
  bridge: InspectorBridge,
  sources: Catalogue['sources'],
  onChooseLanguage: (language: Language) => Promise<boolean>,
): Actions {
  const [notice, setNotice] = useState<NoticeCode>()

  const openSource = useCallback(
    (sourceKey: string) => {
      const title = sources[sourceKey]?.title ?? sourceKey
      const tell = () => {
        setNotice({ kind: 'link', title })
      }
      bridge.openLink(sourceKey).then((answer) => {
        if (!answer.ok) tell()
      }, tell)
    },
    [bridge, sources],
  )

  const chooseLanguage = useCallback(
    (language: Language) => {
      setNotice(undefined)
      void onChooseLanguage(language).then((isSaved) => {
        if (!isSaved) setNotice({ kind: 'language', language })
      })
    },
    [onChooseLanguage],
  )

  const dismissNotice = useCallback(() => {
    setNotice(undefined)
  }, [])
  return { notice, dismissNotice, openSource, chooseLanguage }
}
