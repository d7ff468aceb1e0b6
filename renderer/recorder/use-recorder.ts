/**
 * The recording that is shown. One recording at a time; it goes on while the view is hidden, and is kept until the
 * next.
 */
import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { InspectorBridge, RequestFailure } from '../../shared/ipc/channels.ts'
import type { Recording } from '../../shared/model/recording.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'

export type RecorderState =
  | { readonly phase: 'before' }
  | {
      readonly phase: 'recording'
      /** Undefined until the first look has answered. */
      readonly soFar: Recording | undefined
      readonly isStopping: boolean
    }
  | { readonly phase: 'after'; readonly recording: Recording }
  | { readonly phase: 'failed'; readonly failure: RequestFailure }

type Action =
  | { readonly kind: 'started' | 'stop-asked' }
  | { readonly kind: 'progressed'; readonly soFar: Recording }
  | { readonly kind: 'ended'; readonly recording: Recording }
  | { readonly kind: 'failed'; readonly failure: RequestFailure }

export function reduceRecorder(state: RecorderState, action: Action): RecorderState {
  switch (action.kind) {
    case 'started':
      return { phase: 'recording', soFar: undefined, isStopping: false }
    case 'progressed':
      // A message that comes after the end, or before the start, is none of this recording's.
      return state.phase === 'recording' ? { ...state, soFar: action.soFar } : state
    case 'stop-asked':
      return state.phase === 'recording' ? { ...state, isStopping: true } : state
    case 'ended':
      return { phase: 'after', recording: action.recording }
    case 'failed':
      return { phase: 'failed', failure: action.failure }
  }
}

export interface RecorderControls {
  readonly state: RecorderState
  readonly start: () => void
  readonly stop: () => void
}

export function useRecorder(bridge: InspectorBridge): RecorderControls {
  const [state, dispatch] = useReducer(reduceRecorder, { phase: 'before' })
  const isMountedRef = useRef(false)
  const isRunningRef = useRef(false)

  useEffect(() => {
    isMountedRef.current = true
    const stopListening = bridge.onRecordingProgress((soFar) => {
      dispatch({ kind: 'progressed', soFar })
    })
    return () => {
      isMountedRef.current = false
      stopListening()
      if (isRunningRef.current) void bridge.stopRecording().catch(() => undefined)
    }
  }, [bridge])

  const start = useCallback(() => {
    if (isRunningRef.current) return
    isRunningRef.current = true
    dispatch({ kind: 'started' })
    const settle = (action: Action) => {
      isRunningRef.current = false
      if (isMountedRef.current) dispatch(action)
    }
    bridge.startRecording().then(
      (answer) => {
        settle(
          answer.ok
            ? { kind: 'ended', recording: answer.value }
            : { kind: 'failed', failure: answer.failure },
        )
      },
      (thrown: unknown) => {
        settle({ kind: 'failed', failure: { code: 'internal', detail: describeThrown(thrown) } })
      },
    )
  }, [bridge])

  const stop = useCallback(() => {
    if (!isRunningRef.current) return
    dispatch({ kind: 'stop-asked' })
    // The recording itself answers with what it has; if even this fails, it ends by its own time.
    void bridge.stopRecording().catch(() => undefined)
  }, [bridge])

  return { state, start, stop }
}
