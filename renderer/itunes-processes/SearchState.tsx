/** The state of the search: rows hidden, or none found. */
import { makeStyles } from '@fluentui/react-components'
import type { SearchHitsProps } from './SearchHits.tsx'
import { later } from '../parts/later.tsx'

const SearchHits = later(async () => (await import('./SearchHits.tsx')).SearchHits)

const useStyles = makeStyles({
  // The region must stay in the page to be heard, but empty it takes no room.
  root: { '&:empty': { position: 'absolute' } },
})

export function SearchState(props: SearchHitsProps) {
  const styles = useStyles()
  return (
    <div role="status" className={styles.root}>
      {props.query.trim() !== '' && <SearchHits {...props} />}
    </div>
  )
}
