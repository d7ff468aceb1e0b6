/** Catalogue and check of the Connections view: a check runs only when somebody asks for it, and ends with the view. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { InspectorBridge, RequestFailure } from '../../shared/ipc/channels.ts'
import type { Checked } from '../inspection/use-shown-findings.ts'
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

/** @param onChecked told the check that is shown, and nothing while there is none. */
export function useConnections(
  bridge: InspectorBridge,
  onChecked: (checked: Checked | undefined) => void,
): ConnectionsControls {
  const [state, dispatch] = useReducer(reduceConnections, initialConnectionsState)
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

  const { check: whole, description } = state
  const endpoints = description.state === 'ready' ? description.value.endpoints : undefined
  useEffect(() => {
    onChecked(whole && { check: whole, endpoints: endpoints ?? [] })
  }, [whole, endpoints, onChecked])

  const describe = useCallback(() => {
    dispatch({ kind: 'description-asked' })
    setDescribeCount((count) => count + 1)
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

  return { state, describe, check, cancel }
}
