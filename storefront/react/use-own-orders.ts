import { useCallback } from "react"
import type { SupportClient } from "../client/create-support-client"
import { useSupport } from "./support-provider"
import { useLoaded } from "./use-loaded"

/** Null until they are there, and for a visitor who is not logged in. */
export function useOwnOrders() {
  const { client } = useSupport()
  return useLoaded(useCallback(() => ordersOf(client), [client])).data
}

/** The picker is a convenience: without a list the shopper writes the number herself. */
async function ordersOf(client: SupportClient) {
  if (client.access || !(await client.mayBeLoggedIn())) return []
  return client.orders.list().catch(() => [])
}
