/** The frame of all details: way back or out, name, what it is. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular, Dismiss20Regular } from '@fluentui/react-icons'
import type { ReactNode, Ref } from 'react'
import { BreakableName } from '../../parts/facts/Breakable.tsx'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  back: { marginBottom: '8px', marginInlineStart: '-8px' },
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  name: {
    flexGrow: 1,
    minWidth: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  },
  soft: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

export interface DetailsPlace {
  readonly headingRef: Ref<HTMLHeadingElement>
  /** Present where the details lie over the list. */
  readonly onBack: (() => void) | undefined
  /** Present where they stand beside it. */
  readonly onClose: (() => void) | undefined
}

interface Props extends DetailsPlace {
  /** Made harmless already. */
  readonly name: string
  /** For screen readers, where it is not the name itself. */
  readonly label?: string
  readonly about: readonly string[]
  readonly children: ReactNode
}

export function DetailsFrame(props: Props) {
  const { name, label = name, about, headingRef, onBack, onClose, children } = props
  const { t } = useWords()
  const styles = useStyles()
  return (
    <article aria-label={t('window.details.label', { name: label })}>
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
      <div className={styles.head}>
        <h2 ref={headingRef} tabIndex={-1} className={styles.name}>
          <BreakableName name={name} />
        </h2>
        {onClose && (
          <Button
            appearance="subtle"
            icon={<Dismiss20Regular />}
            aria-label={t('allProcesses.pane.close')}
            onClick={onClose}
          />
        )}
      </div>
      <p className={styles.soft}>{about.join(' · ')}</p>
      {children}
    </article>
  )
}
