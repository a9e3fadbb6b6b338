import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"

export type Agent = { id: string; headers: { headers: { authorization: string } } }

const plain = new WeakSet<AxiosInstance>()

/** Refusals as plain data: an axios error holds its whole socket, which no test report can print. */
function plainRefusals(api: AxiosInstance): void {
  api.interceptors.response.use(undefined, ({ message, config, response }) => {
    const said = JSON.stringify(response?.data)

    throw Object.assign(
      new Error(`${config?.method} ${config?.url}: ${message} ${said}`),
      {
        response: { status: response?.status, data: response?.data },
      }
    )
  })
}

/** An admin user who is logged in. */
export async function anAgent(
  api: AxiosInstance,
  container: MedusaContainer,
  {
    email,
    first_name,
    last_name,
  }: { email: string; first_name: string; last_name: string }
): Promise<Agent> {
  const password = "a long enough secret"

  if (!plain.has(api)) {
    plain.add(api)
    plainRefusals(api)
  }
  const { authIdentity } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: { email, password } })
  const { result: user } = await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: authIdentity?.id ?? "",
      userData: { email, first_name, last_name },
    },
  })
  const { data } = await api.post("/auth/user/emailpass", { email, password })

  return { id: user.id, headers: { headers: { authorization: `Bearer ${data.token}` } } }
}

/** What the server refused with. Fails when it did not refuse. */
export async function refusalOf(
  request: Promise<{ status: number }>
): Promise<{ status: number; type: string; message: string }> {
  const answer = await request.then(
    ({ status }) => ({ refused: false as const, status }),
    ({ response }) => ({
      refused: true as const,
      status: response.status,
      data: response.data,
    })
  )
  if (!answer.refused) {
    throw new Error(`Expected a refusal, got ${answer.status}`)
  }
  return { status: answer.status, ...answer.data }
}
