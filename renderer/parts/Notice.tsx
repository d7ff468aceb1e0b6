/** A notice about something that the user just did. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useWords } from '../text/words-context.ts'

interface Props {
  readonly text: string
  readonly onDismiss: () => void
}

export function Notice({ text, onDismiss }: Props) {
  const { t } = useWords()
  return (
    <div role="status">
      <MessageBar layout="multiline" politeness="polite">
        <MessageBarBody>{text}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<Dismiss16Regular />}
              aria-label={t('window.notice.dismiss')}
              onClick={onDismiss}
            />
          }
        />
      </MessageBar>
    </div>
  )
}
