import { queryOptions } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"

export type Colleague = { id: string; name: string; email: string }

/** Everybody who works in the admin. Asked for when somebody has to be chosen, not before. */
export const colleaguesQuery = queryOptions({
  queryKey: ["crm-desk", "colleagues"],
  queryFn: async (): Promise<Colleague[]> => {
    const { users } = await sdk.admin.user.list({
      limit: 500,
      fields: "id,email,first_name,last_name",
    })
    return users
      .map(({ id, email, first_name, last_name }) => ({
        id,
        email,
        name: [first_name, last_name].filter(Boolean).join(" ") || email,
      }))
      .sort((one, other) => one.name.localeCompare(other.name))
  },
  staleTime: 300_000,
})
