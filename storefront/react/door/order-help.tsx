import { useMemo, useState } from "react"
import type { Access } from "../../client/types"
import { SupportFor, useSupport } from "../support-provider"
import { guestAccess } from "./guest-access"
import { OrderDoor } from "./order-door"
import { OrderWithRequests } from "./order-with-requests"

/** For shoppers without an account: one order, and the requests about it. */
export function OrderHelp() {
  const { client, text } = useSupport()
  const [access, setAccess] = useState<Access | null>(guestAccess.recall)
  const [hasEnded, setEnded] = useState(false)
  const guest = useMemo(() => access && client.withAccess(access), [client, access])

  const leave = (ended: boolean) => {
    guestAccess.forget()
    setAccess(null)
    setEnded(ended)
  }
  if (!guest) {
    return (
      <>
        {hasEnded && <p role="status">{text("door_ended")}</p>}
        <OrderDoor
          onOpen={(opened) => {
            guestAccess.keep(opened)
            setAccess(opened)
          }}
        />
      </>
    )
  }
  return (
    <SupportFor client={guest} ended="door_ended">
      <OrderWithRequests onLeave={() => leave(false)} onEnded={() => leave(true)} />
    </SupportFor>
  )
}
