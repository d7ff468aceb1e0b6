/** Where does a fact come from? The sources' titles; those with a page open in the browser. */
import { Link, makeStyles } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'

const useStyles = makeStyles({
  // A button that reads as part of the sentence: it breaks over lines as the words around it do.
  link: { display: 'inline', font: 'inherit', textAlign: 'start' },
})

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
        {index > 0 && ' · '}
        {source?.url === undefined ? (
          title
        ) : (
          <Link
            inline
            as="button"
            className={styles.link}
            onClick={() => {
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
