/** The picture of the way from this PC to Apple. A picture that is a list: places and the links between them. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  Cloud24Regular,
  Globe24Regular,
  Laptop24Regular,
  Organization24Regular,
} from '@fluentui/react-icons'
import { Fragment, type ReactNode } from 'react'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'
import { small } from '../breakpoints.ts'
import type { Link, LinkState, Place } from './way.ts'
import { discPx, WayLink } from './WayLink.tsx'

const icons = {
  pc: <Laptop24Regular />,
  proxy: <Organization24Regular />,
  internet: <Globe24Regular />,
  apple: <Cloud24Regular />,
} as const satisfies Record<Place, ReactNode>

const useStyles = makeStyles({
  way: {
    display: 'flex',
    alignItems: 'flex-start',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [small]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  place: {
    display: 'grid',
    justifyItems: 'center',
    gap: '6px',
    minWidth: '72px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
    [small]: {
      gridTemplateColumns: `${discPx}px minmax(0, 1fr)`,
      alignItems: 'center',
      justifyItems: 'start',
      gap: '12px',
      textAlign: 'start',
    },
  },
  disc: {
    display: 'grid',
    placeContent: 'center',
    width: `${discPx}px`,
    height: `${discPx}px`,
    borderRadius: '50%',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
  },
  reached: {
    border: `1px solid ${tokens.colorStatusSuccessForeground1}`,
    color: tokens.colorStatusSuccessForeground1,
    [forcedColors]: { border: '1px solid CanvasText' },
  },
})

/** From a broken link on nothing is drawn as reached. */
function isOpen(state: LinkState): boolean {
  return state === 'ok' || state === 'some' || state === 'read-along'
}

export function WayPicture({ links }: { readonly links: readonly Link[] }) {
  const words = useWords()
  const styles = useStyles()
  const hasAnswer = links.some(({ state }) => state !== 'idle' && state !== 'checking')
  const firstBreak = links.findIndex(({ state }) => !isOpen(state))
  return (
    <ol className={styles.way} aria-label={words.t('connectionView.way.label')}>
      <PlaceMark place="pc" isReached={hasAnswer} />
      {links.map((link, index) => (
        <Fragment key={link.to}>
          <WayLink link={link} />
          <PlaceMark
            place={link.to}
            isReached={hasAnswer && (firstBreak === -1 || index < firstBreak)}
          />
        </Fragment>
      ))}
    </ol>
  )
}

function PlaceMark({ place, isReached }: { readonly place: Place; readonly isReached: boolean }) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <li className={styles.place}>
      <span className={mergeClasses(styles.disc, isReached && styles.reached)} aria-hidden>
        {icons[place]}
      </span>
      {t(`connectionView.way.${place}`)}
    </li>
  )
}
