/**
 * Parts that are loaded once the first picture has been painted: whatever needs the component library. Loaded before it,
 * the library costs about 30 ms of each start (docs/measurements.md).
 */
import { useSyncExternalStore, type ComponentType, type ReactNode } from 'react'

const loaders: (() => Promise<void>)[] = []
/** From then on a part comes as soon as the view that needs it. */
let isTime = false

/** Never rejects: a part that could not be loaded is tried again by the next call. */
export async function loadLaterParts(): Promise<void> {
  isTime = true
  await Promise.all(loaders.map((load) => load()))
}

/** @param standIn what is drawn until then; nothing unless told. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  standIn: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const subscribe = (tell: () => void) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }
  const loadOnce = () => {
    loading ??= load().then(
      (loaded) => {
        Part = loaded
        for (const tell of listeners) tell()
      },
      () => {
        loading = undefined
      },
    )
    return loading
  }
  loaders.push(loadOnce)
  if (isTime) void loadOnce()
  return function Later(props: Props) {
    const Loaded = useSyncExternalStore(subscribe, () => Part)
    return Loaded === undefined ? standIn(props) : <Loaded {...props} />
  }
}
