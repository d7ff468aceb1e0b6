/** What a click asks of the main process, and the words when it did not work. */
import { useCallback, useState } from 'react'
import type { AppDescription, InspectorBridge, SavedReport } from '../../shared/ipc/channels.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'

/** Kept as data, so that a notice follows the language too. */
type NoticeCode =
  | { readonly kind: 'link'; readonly title: string }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: AppDescription['notices'][number] }
  | { readonly kind: 'saved'; readonly report: SavedReport }
  | {
      readonly kind: 'not-saved'
      readonly code: 'nothing-to-save' | 'cannot-write'
      readonly detail: string
    }

export interface Actions {
  readonly notices: readonly NoticeCode[]
  readonly dismissNotice: (notice: NoticeCode) => void
  readonly openSource: (sourceKey: string) => void
  readonly chooseLanguage: (language: Language) => void
  /** Without people. */
  readonly saveReport: () => void
  readonly saveReportAs: (isRedacted: boolean) => void
}

export function noticeWords({ t }: Words, notice: NoticeCode): string {
  switch (notice.kind) {
    case 'link':
      return t('window.notice.link', { title: notice.title })
    case 'language':
      return t('window.notice.language', { language: t(`language.${notice.language}`) })
    case 'saved':
      return savedWords(t, notice.report)
    case 'not-saved':
      return t(`window.notice.save-${notice.code}`, { detail: whyNotSaved(t, notice.detail) })
    case 'settings-damaged':
    case 'settings-not-kept':
    case 'network-share':
      return t(`window.notice.${notice.kind}`)
  }
}

/** Short names of the system in words; what has none stands as it is. */
const whys: Readonly<Record<string, 'full' | 'held'>> = {
  ...{ ENOSPC: 'full', EFBIG: 'full', EDQUOT: 'full' },
  // Windows says of a file that somebody else has open that it may not be written.
  ...{ EACCES: 'held', EPERM: 'held', EBUSY: 'held', EROFS: 'held' },
}

function whyNotSaved(t: Words['t'], detail: string): string {
  const why = whys[detail]
  return why === undefined ? shortText(detail) : t(`window.notice.why.${why}`)
}

function savedWords(t: Words['t'], { file, parts }: SavedReport): string {
  const named = parts.map((part) => t(`window.save.part.${part}`)).join(', ')
  const saved = t('window.notice.saved', { file: shortText(file) })
  return `${saved}. ${t('window.notice.savedParts', { parts: named })}`
}

export function useActions(
  bridge: InspectorBridge,
  { catalogue: { sources }, notices: atStart }: AppDescription,
  onChooseLanguage: (language: Language) => Promise<boolean>,
): Actions {
  const [notices, setNotices] = useState<readonly NoticeCode[]>(() =>
    atStart.map((kind) => ({ kind })),
  )
  const setNotice = useCallback((notice: NoticeCode) => {
    setNotices((others) => [...others.filter(({ kind }) => kind !== notice.kind), notice])
  }, [])

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
    [bridge, sources, setNotice],
  )

  const chooseLanguage = useCallback(
    (language: Language) => {
      setNotices((others) => others.filter(({ kind }) => kind !== 'language'))
      void onChooseLanguage(language).then((isSaved) => {
        if (!isSaved) setNotice({ kind: 'language', language })
      })
    },
    [onChooseLanguage, setNotice],
  )

  const saveReportAs = useCallback(
    (isRedacted: boolean) => {
      setNotices((others) => others.filter(({ kind }) => kind !== 'saved' && kind !== 'not-saved'))
      const fail = (code: 'nothing-to-save' | 'cannot-write', detail: string) => {
        setNotice({ kind: 'not-saved', code, detail })
      }
      bridge.saveReport(isRedacted).then(
        (answer) => {
          if (answer.ok && answer.value !== null) setNotice({ kind: 'saved', report: answer.value })
          if (answer.ok) return
          const { code, detail } = answer.failure
          fail(code === 'nothing-to-save' ? code : 'cannot-write', detail || code)
        },
        (thrown: unknown) => {
          fail('cannot-write', describeThrown(thrown))
        },
      )
    },
    [bridge, setNotice],
  )

  const saveReport = useCallback(() => {
    saveReportAs(true)
  }, [saveReportAs])

  const dismissNotice = useCallback((notice: NoticeCode) => {
    setNotices((others) => others.filter((other) => other !== notice))
  }, [])
  return { notices, dismissNotice, openSource, chooseLanguage, saveReport, saveReportAs }
}
