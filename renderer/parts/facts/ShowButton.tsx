/** The small button on a finding. */
import { Button } from '@fluentui/react-components'

interface Props {
  readonly label: string
  readonly describedBy: string
  readonly onClick: () => void
}

export function ShowButton({ label, describedBy, onClick }: Props) {
  return (
    <Button size="small" aria-describedby={describedBy} onClick={onClick}>
      {label}
    </Button>
  )
}
