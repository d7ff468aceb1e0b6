/** Passports of several instances. Up to two all are, of more only the one that most needs eyes. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Instance } from '../../shared/model/inspection.ts'
import { processKey } from '../inspection/process-key.ts'
import { shownTrust, worstOnTop } from '../inspection/shown-trust.ts'
import type { FileTools } from '../parts/facts/ImageFile.tsx'
import { Section } from '../parts/Section.tsx'
import { TrustBadge } from '../parts/facts/TrustBadge.tsx'
import { useWords } from '../text/words-context.ts'
import { Passport } from './Passport.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px' },
  summary: {
    cursor: 'pointer',
    minHeight: '32px',
    paddingBlock: '4px',
    fontWeight: tokens.fontWeightSemibold,
    '& > span': { display: 'inline-flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  },
  content: { paddingTop: '4px' },
})

interface Props {
  readonly instances: readonly Instance[]
  readonly tools: FileTools
}

const mostOpen = 2

export function Passports({ instances, tools }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const [first] = instances
  if (first === undefined) return null
  const isOne = instances.length === 1
  return (
    <Section title={t('window.details.real')}>
      {isOne ? (
        <Passport key={processKey(first)} process={first} tools={tools} />
      ) : (
        <ul className={styles.list}>
          {worstOnTop(instances).map((instance, index) => (
            <li key={processKey(instance)}>
              <OnePassport
                process={instance}
                tools={tools}
                isFirstOpen={index === 0 || instances.length <= mostOpen}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

interface OneProps {
  readonly process: Instance
  readonly tools: FileTools
  /** To begin with: afterwards the reader decides. */
  readonly isFirstOpen: boolean
}

function OnePassport({ process, tools, isFirstOpen }: OneProps) {
  const { t } = useWords()
  const styles = useStyles()
  const [isOpen, setIsOpen] = useState(isFirstOpen)
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setIsOpen(currentTarget.open)
      }}
    >
      <summary className={styles.summary}>
        <span>
          {t('window.passport.process', { pid: process.pid })}
          {!isOpen && <TrustBadge trust={shownTrust(process)} />}
        </span>
      </summary>
      {isOpen && (
        <div className={styles.content}>
          <Passport process={process} tools={tools} />
        </div>
      )}
    </details>
  )
}
