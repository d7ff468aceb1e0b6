/** The state of the search: rows hidden, or none found. */
import { makeStyles } from '@fluentui/react-components'
import type { SearchHitsProps } from './SearchHits.tsx'
import { useLibrary } from '../parts/use-library.ts'

const useStyles = makeStyles({
  // The region must stay in the page to be heard, but empty it takes no room.
  root: { '&:empty': { position: 'absolute' } },
})

export function SearchState(props: SearchHitsProps) {
  const styles = useStyles()
  const library = useLibrary()
  return (
    <div role="status" className={styles.root}>
      {props.query.trim() !== '' && library && <library.SearchHits {...props} />}
    </div>
  )
}
