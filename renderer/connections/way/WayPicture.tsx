/** The picture of the way from this PC to Apple. A picture that is a list: places and the links between them. */
import { makeStyles, tokens } from '@fluentui/react-components'
import {
  Desktop24Regular,
  Globe24Regular,
  Organization24Regular,
  Phone24Regular,
} from '@fluentui/react-icons'
import { Fragment, type ReactNode } from 'react'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'
import { small } from '../breakpoints.ts'
import type { Link, Place } from './way.ts'
import { WayLink } from './WayLink.tsx'

const icons = {
  pc: <Desktop24Regular />,
  proxy: <Organization24Regular />,
  internet: <Globe24Regular />,
  apple: <Phone24Regular />,
} as const satisfies Record<Place, ReactNode>

const useStyles = makeStyles({
  way: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px 20px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [small]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  place: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: {
    display: 'grid',
    color: tokens.colorBrandForeground1,
    [forcedColors]: { color: 'CanvasText' },
  },
})

export function WayPicture({ links }: { readonly links: readonly Link[] }) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <ol className={styles.way} aria-label={t('connectionView.way.label')}>
      <PlaceMark place="pc" />
      {links.map((link) => (
        <Fragment key={link.to}>
          <WayLink link={link} />
          <PlaceMark place={link.to} />
        </Fragment>
      ))}
    </ol>
  )
}

function PlaceMark({ place }: { readonly place: Place }) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <li className={styles.place}>
      <span className={styles.icon} aria-hidden>
        {icons[place]}
      </span>
      {t(`connectionView.way.${place}`)}
    </li>
  )
}
