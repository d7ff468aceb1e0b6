/** Settings and policies that keep Windows Update from fetching drivers: Apple's USB driver comes from there. */
import type { DriverPolicies } from '../../../shared/model/pc-facts.ts'
import { known, type Probe } from '../../../shared/model/probe.ts'
import { readFirstNumber } from '../registry/typed-values.ts'

const policies = 'SOFTWARE\\Policies\\Microsoft\\Windows'
const current = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion'

/**
 * Where each stands, what counts first.
 * https://learn.microsoft.com/windows/deployment/update/waas-wu-settings
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-deviceinstallation
 */
const places = {
  searchOrderConfig: [`${policies}\\DriverSearching`, `${current}\\DriverSearching`].map((key) => ({
    key,
    name: 'SearchOrderConfig',
  })),
  excludeDriversInQualityUpdate: [
    `${policies}\\WindowsUpdate`,
    'SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update',
    'SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings',
  ].map((key) => ({ key, name: 'ExcludeWUDriversInQualityUpdate' })),
  preventDeviceMetadata: [`${policies}\\Device Metadata`, `${current}\\Device Metadata`].map(
    (key) => ({ key, name: 'PreventDeviceMetadataFromNetwork' }),
  ),
} as const

export function readDriverPolicies(): Probe<DriverPolicies> {
  const searchOrderConfig = readFirstNumber('HKLM', places.searchOrderConfig)
  if (searchOrderConfig.state !== 'known') return searchOrderConfig
  const exclude = readFirstNumber('HKLM', places.excludeDriversInQualityUpdate)
  if (exclude.state !== 'known') return exclude
  const prevent = readFirstNumber('HKLM', places.preventDeviceMetadata)
  if (prevent.state !== 'known') return prevent
  return known({
    searchOrderConfig: searchOrderConfig.value,
    excludeDriversInQualityUpdate: exclude.value,
    preventDeviceMetadata: prevent.value,
  })
}
