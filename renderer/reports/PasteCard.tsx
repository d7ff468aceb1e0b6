/** "Paste a list": lines of a tool of another PC become a source of their own. */
import { useState } from 'react'
import type { ViewProps } from '../view/view-props.ts'
import { keepList } from '../view/keep-list.ts'
import { useWords } from '../text/words-context.ts'

export function PasteCard({ bridge, sources, go }: Pick<ViewProps, 'bridge' | 'sources' | 'go'>) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [hasFailed, setFailed] = useState(false)

  const read = (whole: string) => {
    setFailed(false)
    keepList(bridge, sources, whole).then(
      (isRead) => {
        setFailed(!isRead)
        if (!isRead) return
        setText('')
        go('processes')
      },
      () => {
        setFailed(true)
      },
    )
  }
  return (
    <section className="card" aria-labelledby="reports-paste">
      <h2 id="reports-paste" className="head">
        {t('reports.paste.title')}
      </h2>
      <p>{t('reports.paste.body')}</p>
      <textarea
        className="field paste-field"
        rows={3}
        aria-label={t('reports.paste.field')}
        value={text}
        spellCheck={false}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (text !== '' || !/[\r\n]/.test(pasted.trim())) return
          // A field would hold two million letters for nobody to read.
          event.preventDefault()
          read(pasted)
        }}
        onChange={({ target }) => {
          setText(target.value)
        }}
      />
      <button
        type="button"
        className="button"
        disabled={text.trim() === ''}
        onClick={() => {
          read(text)
        }}
      >
        {t('reports.paste.action')}
      </button>
      {hasFailed && <p role="alert">{t('reports.paste.failed')}</p>}
    </section>
  )
}
