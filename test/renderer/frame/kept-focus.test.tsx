// @vitest-environment happy-dom
/** Where is the focus when what had it has gone? */
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useKeptFocus } from '../../../renderer/frame/use-kept-focus.ts'

afterEach(cleanup)

function Page() {
  useKeptFocus()
  const [isThere, setIsThere] = useState(true)
  return (
    <main tabIndex={-1}>
      <section aria-label="notices">
        {isThere && (
          <p>
            <button
              type="button"
              onClick={() => {
                setIsThere(false)
              }}
            >
              Dismiss
            </button>
          </p>
        )}
      </section>
      <button type="button">Other</button>
    </main>
  )
}

test('the part around it takes the focus when a button goes away with what it did', async () => {
  const user = userEvent.setup()
  render(<Page />)
  screen.getByRole('button', { name: 'Dismiss' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'notices' }))
  })
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Other' }))
})

test('whoever works with the mouse is led nowhere', async () => {
  const user = userEvent.setup()
  render(<Page />)
  screen.getByRole('button', { name: 'Dismiss' }).focus()
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull()
  })
  expect(document.activeElement).toBe(document.body)
})
