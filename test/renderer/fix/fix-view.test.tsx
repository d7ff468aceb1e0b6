import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import type { DoctorQuestion } from '../../../shared/doctor/diagnose.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { factsOf } from '../../fixtures/machines/diagnose-machine.ts'
import { ownMachines } from '../../fixtures/machines/own-machines.ts'
import { fakeBridge, type FakeBridge } from '../fake-bridge.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'

cleanWindow()

type Facts = DoctorQuestion['facts']
let disabled: Facts
let healthy: Facts
let filtered: Facts
let silent: Facts
let starting: Facts

beforeAll(async () => {
  const of = (id: string) => factsOf(ownMachines.find((one) => one.id === id)?.facts ?? {})
  disabled = await of('service disabled')
  healthy = await of('an iTunes of today')
  silent = await of('service runs, port silent')
  starting = await of('service just starting')
  filtered = await of('a filter that nobody reported for it')
})

/** The fake bridge of a PC whose facts are written down. */
function bridgeOf(facts: () => Facts): FakeBridge {
  const bridge = fakeBridge()
  bridge.runInspection.mockImplementation(() => {
    const takenAtUtc = new Date().toISOString()
    return Promise.resolve(success({ ...facts().inspection, takenAtUtc } as never))
  })
  bridge.lookAtConnections.mockImplementation(() => Promise.resolve(success(facts().look as never)))
  bridge.readPcFacts.mockImplementation(() => Promise.resolve(success(facts().pc)))
  bridge.openTool.mockImplementation(() => Promise.resolve(success(null)))
  return bridge
}

test('one choice leads to the cause, its tool opens, and its step ticks by itself', async () => {
  let now = disabled
  const { bridge, user } = await openWindow(
    bridgeOf(() => now),
    'fix',
  )
  await user.click(await screen.findByRole('button', { name: /^iPhone is not recognised/ }))
  expect(await screen.findByRole('heading', { name: 'The cause is on this PC' })).toBeTruthy()
  const step = await screen.findByText('Apple Mobile Device Service runs')
  await waitFor(() => {
    expect(step.closest('li')?.dataset['state']).toBe('failed')
  })
  await user.click(screen.getByRole('button', { name: /^Open Services/ }))
  expect(bridge.openTool).toHaveBeenCalledWith('services')

  now = healthy
  await waitFor(
    () => {
      expect(
        screen.getByText('Apple Mobile Device Service runs').closest('li')?.dataset['state'],
      ).toBe('done')
    },
    { timeout: 10_000 },
  )
})

test('what listens on this PC is looked at with every inspection, so that its step ticks too', async () => {
  let now = silent
  const { user } = await openWindow(
    bridgeOf(() => now),
    'fix',
  )
  await user.click(await screen.findByRole('button', { name: /^iPhone is not recognised/ }))
  const state = () =>
    screen.getByText('The way to the iPhone is open (port 27015)').closest('li')?.dataset['state']
  await waitFor(() => {
    expect(state()).toBe('failed')
  })
  now = healthy
  await waitFor(
    () => {
      expect(state()).toBe('done')
    },
    { timeout: 10_000 },
  )
})

test('a service that is just starting is waited for without a question, and ticks', async () => {
  let now = starting
  const { user } = await openWindow(
    bridgeOf(() => now),
    'fix',
  )
  await user.click(await screen.findByRole('button', { name: /^iPhone is not recognised/ }))
  expect(await screen.findByRole('heading', { name: 'Not ready yet: wait a moment' })).toBeTruthy()
  const row = () => screen.getByText('Apple Mobile Device Service runs').closest('li')
  expect(row()?.textContent).toContain('is just starting')
  expect(screen.queryByRole('group', { name: /Is the problem gone/ })).toBeNull()
  now = healthy
  await waitFor(
    () => {
      expect(row()?.dataset['state']).toBe('done')
    },
    { timeout: 10_000 },
  )
})

test('a question is answered with a button, and the walk goes on to what is left', async () => {
  const { user } = await openWindow(
    bridgeOf(() => filtered),
    'fix',
  )
  await user.click(await screen.findByRole('button', { name: /^iPhone is not recognised/ }))
  await screen.findByRole('heading', { name: /^Something may be in between/ })
  const group = await screen.findByRole('group', { name: /^No filter of another company/ })
  await user.click(within(group).getByRole('button', { name: /^No: / }))
  expect(within(group).getByRole('button', { name: /^No: /, pressed: true })).toBeTruthy()
  expect(await screen.findByRole('heading', { name: /^Nothing/ })).toBeTruthy()
})

test('each step says where it is known from, and its pages open by their keys', async () => {
  const { bridge, user } = await openWindow(
    bridgeOf(() => disabled),
    'fix',
  )
  await user.click(await screen.findByRole('button', { name: /^iPhone is not recognised/ }))
  const [ofCause, ofSteps] = await screen.findAllByText('Where this comes from')
  expect(ofCause?.closest('section')?.textContent).toContain('Our own conclusion')
  const all = ofSteps?.closest('details')
  expect(all?.textContent).toContain("The device has Apple's driver: Two or more")
  await user.click(within(all as HTMLElement).getAllByText(/^GeoPort issue 89/)[0]!)
  expect(bridge.openLink).toHaveBeenCalledWith('GEOPORT-89')
})

test('the text for the ticket is copied as it is shown', async () => {
  const { bridge, user } = await openWindow(
    bridgeOf(() => disabled),
    'fix',
  )
  await user.click(await screen.findByRole('button', { name: /^iPhone is not recognised/ }))
  const ticket = await screen.findByRole('region', { name: 'For the ticket' })
  await waitFor(() => {
    expect(ticket.textContent).toContain('service-disabled')
  })
  await user.click(within(ticket).getByRole('button', { name: 'Copy' }))
  expect(bridge.copyText.mock.lastCall?.[0]).toContain('Next: sc config')
})

test('the way back leads to all problems, and another problem is one choice away', async () => {
  const { user } = await openWindow(
    bridgeOf(() => healthy),
    'fix',
  )
  await user.click(await screen.findByRole('button', { name: /^Backup fails/ }))
  await user.click(await screen.findByRole('button', { name: 'iTunes opens by itself' }))
  expect(
    await screen.findByRole('heading', { name: 'This is a setting that you can change' }),
  ).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'All problems' }))
  expect(await screen.findByRole('heading', { name: 'What is the problem?' })).toBeTruthy()
})

test('a walk without the facts of the PC says that they could not be read, and tries again', async () => {
  const bridge = bridgeOf(() => disabled)
  bridge.readPcFacts.mockResolvedValue(failure({ code: 'internal', detail: 'the worker ended' }))
  const { user } = await openWindow(bridge, 'fix')
  expect(await screen.findByText(/the worker ended/)).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: /^iPhone is not recognised/ }))
  expect(await screen.findByText(/the worker ended/)).toBeTruthy()
  bridge.readPcFacts.mockImplementation(() => Promise.resolve(success(disabled.pc)))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { name: 'The cause is on this PC' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('the place is kept: what was chosen is remembered', async () => {
  const first = bridgeOf(() => filtered)
  const { user } = await openWindow(first, 'fix')
  await user.click(await screen.findByRole('button', { name: /^iPhone is not recognised/ }))
  const walk = { symptom: 'not-recognised', answers: {} } as const
  await waitFor(() => {
    expect(first.rememberWindow).toHaveBeenCalledWith({ walk })
  })
})
