/** The frame of all details: way back, name, kind. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import type { ReactNode, Ref } from 'react'
import type { RowTrust } from '../../inspection/shown-trust.ts'
import { BreakableName } from '../../parts/facts/BreakableName.tsx'
import { TrustBadge } from '../../parts/facts/TrustBadge.tsx'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  back: { marginBottom: '8px', marginInlineStart: '-8px' },
  name: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  trust: { marginTop: '8px' },
})

export interface DetailsPlace {
  readonly headingRef: Ref<HTMLHeadingElement>
  /** Present where the details lie over the list. */
  readonly onBack: (() => void) | undefined
}

interface Props extends DetailsPlace {
  /** Made harmless already. */
  readonly name: string
  readonly about: readonly string[]
  /** What it comes to, while it runs. */
  readonly trust: RowTrust | undefined
  readonly children: ReactNode
}

export function DetailsFrame({ name, about, trust, headingRef, onBack, children }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <article aria-label={t('window.details.label', { name })}>
      {onBack && (
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          onClick={onBack}
        >
          {t('window.details.back')}
        </Button>
      )}
      <h2 ref={headingRef} tabIndex={-1} className={styles.name}>
        <BreakableName name={name} />
      </h2>
      <p className={styles.soft}>{about.join(' · ')}</p>
      {trust !== undefined && (
        <p className={styles.trust}>
          <TrustBadge trust={trust} />
        </p>
      )}
      {children}
    </article>
  )
}
