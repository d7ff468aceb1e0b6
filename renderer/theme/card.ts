/** The look of a card. A surface with a thin line around it, the same everywhere. */
import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: '6px',
  },
})

export function useCard(): string {
  return useStyles().card
}
