import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { fieldVariable, VARIABLE_NAMES } from "../../../modules/helpdesk/domain/variables"
import type { KnownVariables } from "../../lib/variable-marks"
import { customFieldsQuery } from "../../queries/custom-fields"
import { ticketVariablesQuery } from "../../queries/drafts"

/** Every variable there is, for a text that is written for later. */
export const ALL_VARIABLES: KnownVariables = new Map(
  VARIABLE_NAMES.map((name) => [name, undefined])
)

/** With the shop's own fields of tickets, which are not known beforehand. */
export function useAllVariables(): KnownVariables {
  const { data } = useQuery(customFieldsQuery)

  return useMemo(
    () =>
      new Map([
        ...ALL_VARIABLES,
        ...(data ?? []).map(({ key }) => [fieldVariable(key), undefined] as const),
      ]),
    [data]
  )
}

/**
 * What variables stand for on a ticket; asked for once a text needs it.
 * @param orderId the order they speak of, of several
 */
export function useKnownVariables(
  ticketId: string,
  isNeeded: boolean,
  orderId?: string
): { known: KnownVariables | undefined; orderRemark: string | null } {
  const { data } = useQuery({
    ...ticketVariablesQuery(ticketId, orderId),
    enabled: isNeeded,
  })
  const known = useMemo(
    () => data && new Map(data.variables.map(({ name, value }) => [name, value])),
    [data]
  )
  return { known, orderRemark: data?.order_remark ?? null }
}
