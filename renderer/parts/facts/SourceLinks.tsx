/** Links to the sources of a fact. The sources' titles; those with a page open in the browser. */
import { Link, makeStyles } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { Catalogue } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import { forcedColors } from '../../theme/layout.ts'

const useStyles = makeStyles({
  link: {
    display: 'inline',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    [forcedColors]: { color: 'LinkText' },
  },
})

/** Stays with the title before it: a line never begins with the dot, and never holds it alone. */
const separator = '\u00a0· '

interface Props {
  readonly keys: readonly string[]
  readonly sources: Catalogue['sources']
  /** Opens by key: the window never sends an address. */
  readonly onOpen: (sourceKey: string) => void
}

export function SourceLinks({ keys, sources, onOpen }: Props) {
  const styles = useStyles()
  return keys.map((key, index) => {
    const source = sources[key]
    const title = source?.title ?? key
    return (
      <Fragment key={key}>
        {index > 0 && separator}
        {source?.url === undefined ? (
          title
        ) : (
          <Link
            inline
            // To be a link for everybody; where it leads, the window says by its key alone.
            href={source.url}
            className={styles.link}
            onClick={(event) => {
              event.preventDefault()
              onOpen(key)
            }}
          >
            {title}
          </Link>
        )}
      </Fragment>
    )
  })
}
