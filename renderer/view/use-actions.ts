/** What a click asks of the main process, and the words when it did not work. */
import { useCallback, useState } from 'react'
import type {
  AppDescription,
  InspectorBridge,
  SavedReport,
  SaveReportFailure,
} from '../../shared/ipc/channels.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { whyNotWritten } from '../../shared/text/write-words.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'

/** Kept as data, so that a notice follows the language too. */
type NoticeCode =
  | { readonly kind: 'link'; readonly title: string }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: AppDescription['notices'][number] }
  | { readonly kind: 'saved'; readonly report: SavedReport }
  | NotSaved

interface NotSaved extends SaveReportFailure {
  readonly kind: 'not-saved'
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

export function noticeWords(words: Words, notice: NoticeCode): string {
  const { t } = words
  switch (notice.kind) {
    case 'link':
      return t('window.notice.link', { title: notice.title })
    case 'language':
      return t('window.notice.language', { language: t(`language.${notice.language}`) })
    case 'saved':
      return savedWords(t, notice.report)
    case 'not-saved':
      return notSavedWords(words, notice)
    case 'settings-damaged':
    case 'settings-not-kept':
    case 'network-share':
      return t(`window.notice.${notice.kind}`)
  }
}

function notSavedWords(words: Words, { code, detail, file }: NotSaved): string {
  const why = whyNotWritten(words, detail)
  return file === undefined
    ? words.t(`window.notice.save-${code}`, { detail: why })
    : words.t('window.notice.save-cannot-write-file', { file: shortText(file), detail: why })
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
      const fail = (failure: SaveReportFailure) => {
        setNotice({ kind: 'not-saved', ...failure })
      }
      bridge.saveReport(isRedacted).then(
        (answer) => {
          if (answer.ok && answer.value !== null) setNotice({ kind: 'saved', report: answer.value })
          if (answer.ok) return
          const { code, detail } = answer.failure
          fail(
            'file' in answer.failure || code === 'nothing-to-save'
              ? answer.failure
              : { code: 'cannot-write', detail: detail || code },
          )
        },
        (thrown: unknown) => {
          fail({ code: 'cannot-write', detail: describeThrown(thrown) })
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
