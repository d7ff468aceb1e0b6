/** Placeholder of lines that are on their way. */
import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'

const useStyles = makeStyles({ lines: { display: 'grid', gap: '10px' } })

interface Props {
  /** What is read aloud instead. */
  readonly label: string
  readonly count: number
}

export function LoadingLines({ label, count }: Props) {
  const styles = useStyles()
  return (
    <Skeleton className={styles.lines} aria-label={label}>
      {Array.from({ length: count }, (_, index) => (
        <SkeletonItem key={index} size={16} style={{ width: index % 2 === 0 ? '86%' : '62%' }} />
      ))}
    </Skeleton>
  )
}
