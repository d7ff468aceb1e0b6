/** The window before it has its catalogue, or without it. */
import { makeStyles } from '@fluentui/react-components'
import type { InspectorBridge, RequestFailure } from '../../shared/ipc/channels.ts'
import { useLibrary } from '../parts/use-library.ts'
import { useWords } from '../text/words-context.ts'

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'grid',
    placeContent: 'center',
    padding: '20px',
    gridTemplateColumns: 'minmax(0, 640px)',
  },
})

interface Props {
  readonly failure: RequestFailure | undefined
  readonly onRetry: () => void
  readonly onCopy: InspectorBridge['copyText']
}

export function StartView({ failure, onRetry, onCopy }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const library = useLibrary()
  return (
    <main className={styles.root}>
      {library && failure === undefined && (
        <library.Spinner size="small" label={t('window.overview.looking')} />
      )}
      {library && failure !== undefined && (
        <library.FailurePanel failure={failure} onRetry={onRetry} onCopy={onCopy} />
      )}
    </main>
  )
}
