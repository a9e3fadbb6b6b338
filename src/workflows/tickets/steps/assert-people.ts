import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

type People = { customer_id?: string | null; assignee_id?: string | null }

/** People who are named must be there: a ticket for nobody is found by nobody. */
export const assertPeopleStep = createStep(
  "assert-people",
  async ({ customer_id, assignee_id }: People, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const assertThere = async (entity: "customer" | "user", id?: string | null) => {
      if (!id) {
        return
      }
      const { data } = await query.graph({ entity, fields: ["id"], filters: { id } })

      if (!data.length) {
        const name = entity === "user" ? "Agent" : "Customer"
        throw new MedusaError(MedusaError.Types.NOT_FOUND, `${name} ${id} was not found`)
      }
    }
    await assertThere("customer", customer_id)
    await assertThere("user", assignee_id)

    return new StepResponse(undefined)
  }
)
