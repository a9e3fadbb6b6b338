import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createApiKeysWorkflow,
  createCustomerAccountWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import type { AxiosInstance, AxiosResponse } from "axios"

type Headers = Record<string, string>
/** What routes answer is checked by the tests that read it. */
export type StoreAnswer = Pick<AxiosResponse, "status" | "data" | "headers">

export type Store = Awaited<ReturnType<typeof aStore>>

/** The store API as a storefront uses it. A refusal is an answer like any other. */
export async function aStore(api: AxiosInstance, container: MedusaContainer) {
  const { result } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [{ type: "publishable", title: "Storefront", created_by: "" }],
    },
  })
  const key = { "x-publishable-api-key": result[0].token }
  const config = (headers: Headers) => ({
    headers: { ...key, ...headers },
    validateStatus: () => true,
  })

  return {
    get: (path: string, headers: Headers = {}): Promise<StoreAnswer> =>
      api.get(`/store/crm/${path}`, config(headers)),
    post: (
      path: string,
      body: object = {},
      headers: Headers = {}
    ): Promise<StoreAnswer> => api.post(`/store/crm/${path}`, body, config(headers)),
    /** A shopper with an account, who is logged in. */
    shopper: async (email: string) => {
      const password = "a long enough secret"
      const { authIdentity } = await container
        .resolve(Modules.AUTH)
        .register("emailpass", { body: { email, password } })
      const { result: customer } = await createCustomerAccountWorkflow(container).run({
        input: {
          authIdentityId: authIdentity?.id ?? "",
          customerData: { email, first_name: "Mia", last_name: "Moon" },
        },
      })
      const { data } = await api.post("/auth/customer/emailpass", { email, password })

      return { id: customer.id, headers: { authorization: `Bearer ${data.token}` } }
    },
  }
}

/** What a session's token is sent in. */
export const access = (token: string): Headers => ({ "x-crm-access": token })
