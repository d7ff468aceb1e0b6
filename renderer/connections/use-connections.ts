/**
 * The data of the Connections view. The looks at this PC come by themselves when it opens; a check runs only when
 * somebody asks for it, and ends with the view.
 */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { InspectorBridge, RequestFailure } from '../../shared/ipc/channels.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'
import {
  initialConnectionsState,
  reduceConnections,
  type ConnectionsAction,
  type ConnectionsState,
} from './connections-state.ts'

export interface ConnectionsControls {
  readonly state: ConnectionsState
  readonly describe: () => void
  readonly look: () => void
  /** @param endpointIds catalogue ids of servers; null for all of them. */
  readonly check: (endpointIds: readonly string[] | null) => void
  readonly cancel: () => void
}

function thrownFailure(thrown: unknown): RequestFailure {
  return { code: 'internal', detail: describeThrown(thrown) }
}

async function describeOnce(bridge: InspectorBridge): Promise<ConnectionsAction> {
  try {
    const [catalogue, app] = await Promise.all([bridge.describeConnections(), bridge.describeApp()])
    if (!catalogue.ok) return { kind: 'description-failed', failure: catalogue.failure }
    if (!app.ok) return { kind: 'description-failed', failure: app.failure }
    const { sources, statements } = app.value.catalogue
    const remark = statements.find(({ id }) => id === 'errors-3000')
    return { kind: 'described', described: { ...catalogue.value, sources, remark } }
  } catch (thrown) {
    return { kind: 'description-failed', failure: thrownFailure(thrown) }
  }
}

async function lookOnce(bridge: InspectorBridge): Promise<ConnectionsAction> {
  try {
    const answer = await bridge.lookAtConnections()
    return answer.ok
      ? { kind: 'looked', look: answer.value }
      : { kind: 'look-failed', failure: answer.failure }
  } catch (thrown) {
    return { kind: 'look-failed', failure: thrownFailure(thrown) }
  }
}

async function checkOnce(
  bridge: InspectorBridge,
  endpointIds: readonly string[] | null,
): Promise<ConnectionsAction> {
  try {
    const answer = await bridge.checkConnections(endpointIds)
    return answer.ok
      ? { kind: 'check-ended', check: answer.value }
      : { kind: 'check-failed', failure: answer.failure }
  } catch (thrown) {
    return { kind: 'check-failed', failure: thrownFailure(thrown) }
  }
}

export function useConnections(bridge: InspectorBridge): ConnectionsControls {
  const [state, dispatch] = useReducer(reduceConnections, initialConnectionsState)
  const [lookCount, setLookCount] = useState(0)
  const [describeCount, setDescribeCount] = useState(0)
  const isMountedRef = useRef(false)
  const isCheckingRef = useRef(false)

  useEffect(() => {
    isMountedRef.current = true
    const stopListening = bridge.onConnectionsProgress((progress) => {
      dispatch({ kind: 'progressed', progress })
    })
    return () => {
      isMountedRef.current = false
      stopListening()
      // Nothing goes on connecting behind a view that nobody sees.
      if (isCheckingRef.current) void bridge.cancelConnections().catch(() => undefined)
    }
  }, [bridge])

  useEffect(() => {
    let isWanted = true
    void describeOnce(bridge).then((action) => {
      if (isWanted) dispatch(action)
    })
    return () => {
      isWanted = false
    }
  }, [bridge, describeCount])

  useEffect(() => {
    let isWanted = true
    void lookOnce(bridge).then((action) => {
      if (isWanted) dispatch(action)
    })
    return () => {
      isWanted = false
    }
  }, [bridge, lookCount])

  const describe = useCallback(() => {
    dispatch({ kind: 'description-asked' })
    setDescribeCount((count) => count + 1)
  }, [])

  const look = useCallback(() => {
    dispatch({ kind: 'look-asked' })
    setLookCount((count) => count + 1)
  }, [])

  const check = useCallback(
    (endpointIds: readonly string[] | null) => {
      if (isCheckingRef.current) return
      isCheckingRef.current = true
      dispatch({ kind: 'check-started', endpointIds })
      void checkOnce(bridge, endpointIds).then((action) => {
        isCheckingRef.current = false
        if (isMountedRef.current) dispatch(action)
      })
    },
    [bridge],
  )

  const cancel = useCallback(() => {
    if (!isCheckingRef.current) return
    dispatch({ kind: 'cancel-asked' })
    // The check itself answers with what it has; if even this fails, it ends by its own time limit.
    void bridge.cancelConnections().catch(() => undefined)
  }, [bridge])

  return { state, describe, look, check, cancel }
}
