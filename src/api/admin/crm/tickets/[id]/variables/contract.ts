import { z } from "@medusajs/framework/zod"
import { id } from "../../../contract"

/** `order_id`: of several linked orders, the one the variables shall speak of. */
export const GetVariables = z.strictObject({ order_id: id.optional() })
export type GetVariables = z.infer<typeof GetVariables>

export type TicketVariable = {
  name: string
  /** Null: it has nothing to say here, and a reply with it is not sent. */
  value: string | null
}

export type TicketVariablesResponse = {
  variables: TicketVariable[]
  /** BCP 47: the language the values are written in. */
  locale: string
  /** Why the order's variables are empty; null when they are not. */
  order_remark: string | null
}
