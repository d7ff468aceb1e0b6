/** Which services are Apple's, and is each as it should be? */
import { expect, test } from 'vitest'
import { serviceRows } from '../../../renderer/services/service-rows.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { PcService, ServiceSetUp } from '../../../shared/model/pc-facts.ts'
import { denied, known } from '../../../shared/model/probe.ts'
import type { ServiceState } from '../../../shared/model/service.ts'
import { service } from './made-up-services.ts'

const rowOf = (one: PcService, findings: Parameters<typeof serviceRows>[2] = []) =>
  serviceRows([one], readCatalogue(), findings)[0]?.verdict
const amds = (state: ServiceState, setUp: Partial<ServiceSetUp> = {}) =>
  service('Apple Mobile Device Service', { state: known(state) }, setUp)

test('a service that runs, or waits to be started, is as it should be', () => {
  expect(rowOf(amds('running'))).toBe('good')
  expect(rowOf(amds('stopped', { startType: 'manual' }))).toBe('good')
  expect(rowOf(amds('stopped', { hasTrigger: true }))).toBe('good')
})

test('what is off without a finding is not needed; what nobody can tell is not known', () => {
  expect(rowOf(amds('stopped', { startType: 'disabled' }))).toBe('not-needed')
  expect(rowOf(amds('stopped'))).toBe('unknown')
  expect(rowOf(service('x', { state: denied('needs-admin') }))).toBe('unknown')
  expect(rowOf(service('x', { isProgramThere: known(false) }))).toBe('unknown')
  expect(rowOf(service('x', { maker: 'windows' }))).toBe('of-windows')
})

test('a finding about its program is the verdict, and its row stands first', () => {
  const finding = {
    code: 'service-disabled',
    severity: 'attention',
    subject: 'applemobiledeviceservice.exe',
  } as const
  expect(rowOf(amds('stopped', { startType: 'disabled' }), [finding])).toBe('attention')
  const rows = serviceRows([service('Bonjour Service', {}), amds('stopped')], readCatalogue(), [
    finding,
  ])
  expect(rows.map(({ service: { keyName } }) => keyName)).toEqual([
    'Apple Mobile Device Service',
    'Bonjour Service',
  ])
  expect(rowOf(amds('running'), [{ ...finding, code: 'unsigned' }])).toBe('good')
})

test('a service whose path leads elsewhere is not as it should be while it runs', () => {
  const running = amds('running')
  for (const code of ['image-path-foreign', 'image-path-unquoted'] as const) {
    const finding = { code, severity: 'attention', subject: 'Apple Mobile Device Service' } as const
    expect(rowOf(running, [finding])).toBe('attention')
    expect(rowOf(running, [{ ...finding, subject: 'Bonjour Service' }])).toBe('good')
  }
  const earlierPrograms = [{ path: 'C:\\Program.exe', isThere: true }]
  expect(rowOf(service('x', { state: known('running') }, { earlierPrograms }))).toBe('unknown')
})

test('a service of Apple’s name stays in sight when another company made its program', () => {
  const foreign = service('Apple Mobile Device Service', { maker: 'other' })
  expect(serviceRows([foreign], readCatalogue(), [])).toHaveLength(1)
})

test('services of other companies are not among Apple’s', () => {
  const others = [service('PortmasterCore', {}), service('y', { maker: 'other' })]
  expect(serviceRows(others, readCatalogue(), [])).toEqual([])
})
