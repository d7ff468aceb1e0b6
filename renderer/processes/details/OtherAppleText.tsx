/** What another program of Apple's is, where the catalogue knows its name. */
import type { Catalogue } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import { runningOtherWords } from '../../../shared/text/other-program-words.ts'
import { FoldedSources } from '../../parts/facts/FoldedSources.tsx'
import { SourceLinks } from '../../parts/facts/SourceLinks.tsx'
import { useWords } from '../../text/words-context.ts'

interface Props {
  readonly name: string
  readonly catalogue: Catalogue
  readonly onOpenSource: (sourceKey: string) => void
}

export function OtherAppleText({ name, catalogue, onOpenSource }: Props) {
  const words = useWords()
  const known = runningOtherWords(words, name, catalogue)
  if (known === undefined) return <p>{words.t('window.details.otherApple')}</p>
  const { kind, what, goesWith, missing, evidence } = known
  return (
    <>
      <p>{kind}</p>
      <p>{what}</p>
      {goesWith !== undefined && <p>{goesWith}</p>}
      <p>{missing}</p>
      {evidence.map(({ shown, sources }) => (
        <FoldedSources key={shown} about={`${kind} ${words.t(`confidence.${shown}`)}`}>
          {`${words.t(`confidence.${shown}`)}. `}
          <SourceLinks keys={sources} sources={catalogue.sources} onOpen={onOpenSource} />
        </FoldedSources>
      ))}
    </>
  )
}
