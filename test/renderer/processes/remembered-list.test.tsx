// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { success } from '../../../shared/model/result.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { withLayout } from './rows.ts'
import { catalogue, fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, goTo, openWindow } from '../open-window.tsx'

cleanWindow()
withLayout()

const pc = listing([listed(4, 'System'), listed(31, 'iTunesHelper.exe')])

function bridgeWith(listOptions: Parameters<typeof describeWith>[0]) {
  const bridge = fakeBridge()
  bridge.describeApp.mockResolvedValue(describeWith(listOptions))
  bridge.listProcesses.mockResolvedValue(success(pc))
  return bridge
}

function describeWith(
  listOptions: {
    readonly columns: readonly ('name' | 'pid')[]
    readonly order: { readonly column: 'name' | 'pid'; readonly isDescending: boolean }
    readonly isTree: boolean
  } | null,
) {
  return success({
    name: 'Process Inspector for iTunes',
    version: '0.1.0',
    electronVersion: '45.4.1',
    platform: 'win32',
    language: 'en' as const,
    notices: [],
    listOptions,
    windowChoices: null,
    catalogue,
  })
}

const columns = () => screen.getAllByRole('columnheader').map((one) => one.textContent)

test('the list of all processes opens as it was left, and each choice is remembered', async () => {
  const remembered = {
    columns: ['name', 'pid'],
    order: { column: 'pid', isDescending: true },
    isTree: false,
  } as const
  const bridge = bridgeWith(remembered)
  const { user } = await openWindow(bridge)
  await user.click(screen.getByRole('button', { name: /^Whole PC/ }))
  await screen.findByRole('row', { name: /^System/ })
  expect(columns()).toHaveLength(2)

  await user.click(within(screen.getAllByRole('columnheader')[0]!).getByText('Name'))
  expect(bridge.rememberList).toHaveBeenLastCalledWith({
    ...remembered,
    list: 'all',
    order: { column: 'name', isDescending: false },
  })
  // Away and back within one start.
  await goTo(user, 'help')
  await goTo(user, 'processes')
  await screen.findByRole('row', { name: /^System/ })
  expect(columns()).toHaveLength(2)
})
