import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../../modules/mail"

/** @throws DUPLICATE_ERROR: one mailbox read twice would be two accounts racing for one cursor */
export const assertAddressIsFreeStep = createStep(
  "assert-address-is-free",
  async (
    { id, address }: { id?: string; address: string | undefined },
    { container }
  ) => {
    const [other] = address
      ? await container.resolve(MAIL_MODULE).listCrmMailAccounts({ address })
      : []

    if (other && other.id !== id) {
      throw new MedusaError(
        MedusaError.Types.DUPLICATE_ERROR,
        `The address ${address} is connected already. Change that account instead`
      )
    }
    return new StepResponse(undefined)
  }
)
