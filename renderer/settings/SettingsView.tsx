/** "Settings": language, size, checking by itself, and which program this is. */
import type { ViewProps } from '../view/view-props.ts'
import { supportedLanguages } from '../../shared/text/languages.ts'
import { useWords } from '../text/words-context.ts'
import { useEffect, useMemo } from 'react'

export function SettingsView(props: ViewProps) {
  const { description, inspection, remember, actions, zoom, zoomPercent } = props
  const { t, language } = useWords()
  const { isPaused } = inspection.state
  useEffect(() => {
    zoom('same')
  }, [zoom])
  const { pause, resume } = inspection
  // Written to whenever it is drawn: the same element from one refresh to the next.
  const live = useMemo(
    () => (
      <input
        type="checkbox"
        role="switch"
        checked={!isPaused}
        onChange={() => {
          if (isPaused) resume()
          else pause()
          remember({ isPaused: !isPaused })
        }}
      />
    ),
    [isPaused, pause, resume, remember],
  )
  return (
    <div className="page">
      <h1 className="title">{t('frame.view.settings')}</h1>
      <div className="card rows settings">
        <label>
          <span>{t('window.header.language')}</span>
          <select
            className="field"
            value={language}
            onChange={({ target }) => {
              const chosen = supportedLanguages.find((one) => one === target.value)
              if (chosen !== undefined) actions.chooseLanguage(chosen)
            }}
          >
            {supportedLanguages.map((one) => (
              <option key={one} value={one} lang={one}>
                {t(`language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <div role="group" aria-labelledby="settings-zoom">
          <span id="settings-zoom">{t('frame.settings.zoom')}</span>
          <span className="buttons">
            <button
              type="button"
              className="button"
              aria-keyshortcuts="Control+-"
              aria-label={t('frame.settings.smaller')}
              onClick={() => {
                zoom('out')
              }}
            >
              −
            </button>
            <output>{zoomPercent === undefined ? '' : `${zoomPercent} %`}</output>
            <button
              type="button"
              className="button"
              aria-keyshortcuts="Control++"
              aria-label={t('frame.settings.larger')}
              onClick={() => {
                zoom('in')
              }}
            >
              +
            </button>
          </span>
        </div>
        <label>
          <span>
            {t('frame.settings.live')}
            <small>{t('frame.settings.liveBody')}</small>
          </span>
          {live}
        </label>
        <p>
          <span>{t('frame.settings.theme')}</span>
          <span className="soft">{t('frame.settings.themeBody')}</span>
        </p>
      </div>
      <h2 className="head">{t('frame.settings.about')}</h2>
      <div className="card stack">
        <p>
          <b>{description.name}</b> {t('window.about.version', { version: description.version })}
        </p>
        <p>{t('app.notApple')}</p>
      </div>
    </div>
  )
}
