/** Another program, a library, a driver or a package of Apple's: what it is, what it goes with, and what its file says, if it runs. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { OtherProgram } from '../../shared/catalogue/other-programs.ts'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'
import { otherProgramWords } from '../../shared/text/other-program-words.ts'
import { nameOfOther } from '../../shared/text/what-is-words.ts'
import { EvidenceLine } from '../myths/EvidenceLine.tsx'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { RunningFiles } from './RunningFiles.tsx'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  card: { padding: '20px 24px', display: 'grid', gap: '8px', justifyItems: 'start' },
  what: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  fold: { '& > summary': { width: 'fit-content', minHeight: '24px', cursor: 'pointer' } },
})

interface Props {
  readonly other: OtherProgram
  readonly answer: LineAnswer
  readonly bridge: Pick<InspectorBridge, 'examineProcess'>
  readonly catalogue: Catalogue
  readonly onOpenSource: (sourceKey: string) => void
}

export function OtherAnswer({ other, answer, bridge, catalogue, onOpenSource }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const texts = useTextStyles()
  const card = useCard()
  const name = nameOfOther(other, answer.name)
  const { kind, what, goesWith, missing } = otherProgramWords(words, other, catalogue)
  return (
    <article
      className={mergeClasses(card, styles.card)}
      aria-label={t('window.details.label', { name })}
    >
      <h3 className={texts.name}>{name}</h3>
      <p className={texts.soft}>{kind}</p>
      <p className={styles.what}>{what}</p>
      {goesWith !== undefined && <p>{goesWith}</p>}
      <p>{missing}</p>
      <p>{t('whatIs.other.unchecked')}</p>
      <div>
        <RunningFiles running={answer.running} bridge={bridge} />
      </div>
      <details className={mergeClasses(texts.soft, styles.fold)}>
        <summary>{t('whatIs.entry.where')}</summary>
        <EvidenceLine
          what={t('window.details.what')}
          evidence={other.what}
          sources={catalogue.sources}
          onOpenSource={onOpenSource}
        />
      </details>
    </article>
  )
}
