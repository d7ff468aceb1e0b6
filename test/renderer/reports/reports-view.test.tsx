import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openForWindow } from '../../../electron/report/open-for-window.ts'
import { failure } from '../../../shared/model/result.ts'
import { toJson } from '../../../shared/report/convert/to-json.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { reportOf } from '../../fixtures/rich-report.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'

cleanWindow()

test('a report that is opened by key becomes the source, and leads back to this PC', async () => {
  const report = { ...(await reportOf()), label: 'KITCHEN', something: 1 }
  const bytes = new TextEncoder().encode(toJson(report))
  const opened = await openForWindow({ name: 'report.json', bytes }, wordsIn('en'))
  expect(opened).toMatchObject({ ok: true, value: { name: 'KITCHEN', notKnown: 1 } })
  const bridge = fakeBridge()
  bridge.openReport.mockResolvedValue(opened)
  const { user } = await openWindow(bridge, 'reports')
  await screen.findByRole('button', { name: 'Open…' })
  await user.keyboard('{Control>}o{/Control}')
  expect(await screen.findByText(/holds 1 thing that this version does not know/)).toBeTruthy()
  expect(screen.getAllByText(/KITCHEN/).length).toBeGreaterThan(1)
  await user.click(screen.getByRole('button', { name: /back/i }))
  expect(screen.getByRole('button', { name: /^This PC/ })).toBeTruthy()
})

test('a file that is none says so in one sentence, and the source stays', async () => {
  const bridge = fakeBridge()
  bridge.openReport.mockResolvedValue(
    failure({ code: 'cannot-open', detail: 'x.zip is an archive.' }),
  )
  const { user } = await openWindow(bridge, 'reports')
  await user.click(await screen.findByRole('button', { name: 'Open…' }))
  expect(await screen.findByText('x.zip is an archive.')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^This PC/ })).toBeTruthy()
})
