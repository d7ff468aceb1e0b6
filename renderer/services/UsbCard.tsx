/** Apple's USB driver, and the devices that this PC knows: what drives each, and whether Windows has trouble with it. */
import { Phone20Regular, UsbPlug20Regular } from '@fluentui/react-icons'
import type { AppleDevice, AppleDriver, PcFacts } from '../../shared/model/pc-facts.ts'
import { deviceDriverWords, deviceWords, probeWords } from '../../shared/text/service-words.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { useWords } from '../text/words-context.ts'
import { Pill } from '../parts/Pill.tsx'
import { useRowStyles } from './row-styles.ts'

/** A repair shop knows hundreds; the connected ones stand first. */
const mostDevices = 20

interface Props {
  readonly facts: Pick<PcFacts, 'devices' | 'drivers'>
  readonly labelledBy: string
}

export function UsbCard({ facts: { devices, drivers }, labelledBy }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useRowStyles()
  const shown =
    devices.state === 'known'
      ? [...devices.value].sort((a, b) => Number(b.isPresent) - Number(a.isPresent))
      : []
  return (
    <ul className="card rows" aria-labelledby={labelledBy}>
      {shown.slice(0, mostDevices).map((device, index) => (
        <li key={index} className={styles.row}>
          <Phone20Regular className={styles.icon} aria-hidden />
          <div className={styles.words}>
            <b>{deviceWords(words, device)}</b>
            <p className="soft">{deviceDriverWords(words, device)}</p>
          </div>
          <DevicePill device={device} />
        </li>
      ))}
      {devices.state !== 'known' && <li>{probeWords(words, devices, () => '')}</li>}
      {devices.state === 'known' && shown.length === 0 && <li>{t('services.usb.none')}</li>}
      <li className={styles.row}>
        <UsbPlug20Regular className={styles.icon} aria-hidden />
        <p className={styles.words}>
          {probeWords(words, drivers, (found) =>
            found.length === 0
              ? t('services.usb.noDriver')
              : t('services.usb.driver', { names: found.map(driverName).join(', ') }),
          )}
        </p>
      </li>
    </ul>
  )
}

function driverName({ name, version }: AppleDriver): string {
  return shortText(version === null ? name : `${name} ${version}`)
}

/** What the fact says; whether it is a fault is judged elsewhere. */
function DevicePill({ device }: { readonly device: AppleDevice }) {
  const { t } = useWords()
  const { problemCode, isPresent } = device
  if (problemCode !== null && problemCode !== 0) {
    return <Pill level="info">{t('services.usb.problem', { code: problemCode })}</Pill>
  }
  const isApples = device.class === 'apple' || device.class === 'winusb'
  return isApples && isPresent ? <Pill level="good">{t('services.usb.works')}</Pill> : null
}
