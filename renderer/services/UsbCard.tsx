/** Apple's USB driver, and the devices that this PC knows: what drives each, and whether Windows has trouble with it. */
import { Phone20Regular, UsbPlug20Regular } from '@fluentui/react-icons'
import type { AppleDevice, PcFacts } from '../../shared/model/pc-facts.ts'
import {
  deviceDriverWords,
  deviceTroubleWords,
  deviceWords,
  driverName,
  probeWords,
} from '../../shared/text/pc-part-words.ts'
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

/** What the fact says; whether it is a fault is judged elsewhere. */
function DevicePill({ device }: { readonly device: AppleDevice }) {
  const words = useWords()
  const trouble = deviceTroubleWords(words, device)
  if (trouble !== null) return <Pill level="info">{trouble}</Pill>
  const isApples = device.class === 'apple' || device.class === 'winusb'
  return isApples && device.isPresent ? (
    <Pill level="good">{words.t('services.usb.works')}</Pill>
  ) : null
}
