/** How a service is set up: what it starts, on what it depends, what Windows does when it fails, how it last ended. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { PcService, ServiceSetUp } from '../../shared/model/pc-facts.ts'
import { exitWords } from '../../shared/text/fact-words.ts'
import { probeWords } from '../../shared/text/pc-part-words.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import type { Words } from '../../shared/text/words.ts'
import { useWords } from '../text/words-context.ts'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '4px 16px',
    margin: '6px 0 0',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 },
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  path: { fontFamily: tokens.fontFamilyMonospace },
})

export function ServiceDetails({ service }: { readonly service: PcService }) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const { keyName, description, setUp, lastExit, isProgramThere } = service
  const exit = lastExit.state === 'known' ? exitWords(words, lastExit.value) : undefined
  const isGone = isProgramThere.state === 'known' && !isProgramThere.value
  const parts: readonly (readonly [label: string, value: ReactNode])[] = [
    [t('services.details.keyName'), shortText(keyName)],
    ...(setUp.state === 'known'
      ? setUpParts(words, setUp.value, styles.path)
      : [[t('services.details.program'), probeWords(words, setUp, () => '')] as const]),
    ...(exit === undefined ? [] : [[t('services.details.exit'), exit] as const]),
  ]
  return (
    <>
      {isGone && <p>{t('service.programGone')}</p>}
      {description !== null && description !== '' && <p>{shortText(description)}</p>}
      <dl className={styles.list}>
        {parts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function setUpParts(
  words: Words,
  { imagePath, program, earlierPrograms, dependsOn, recovery }: ServiceSetUp,
  pathClass: string,
): readonly (readonly [label: string, value: ReactNode])[] {
  const { t } = words
  const path = (text: string) => <span className={pathClass}>{shortText(text)}</span>
  const isPlain = program === null || imagePath.replaceAll('"', '') === program
  return [
    [t('services.details.program'), path(imagePath)],
    ...(isPlain ? [] : [[t('services.details.starts'), path(program)] as const]),
    ...(earlierPrograms.length === 0
      ? []
      : [
          [
            t('services.details.earlier'),
            earlierPrograms.map(({ path: earlier, isThere }) => (
              <div key={earlier}>
                {path(earlier)} ({t(`services.details.${isThere ? 'there' : 'notThere'}`)})
              </div>
            )),
          ] as const,
        ]),
    ...(dependsOn.length === 0
      ? []
      : [
          [
            t('services.details.dependsOn'),
            dependsOn
              .map(({ keyName, state }) => {
                const said = probeWords(words, state, (value) =>
                  value === null ? t('services.details.missing') : t(`services.state.${value}`),
                )
                // A group has no state of its own.
                return keyName.startsWith('+')
                  ? shortText(keyName)
                  : `${shortText(keyName)} (${said})`
              })
              .join(', '),
          ] as const,
        ]),
    ...(recovery.length === 0
      ? []
      : [
          [
            t('services.details.recovery'),
            recovery.map((one) => t(`services.recovery.${one}`)).join(', '),
          ] as const,
        ]),
  ]
}
