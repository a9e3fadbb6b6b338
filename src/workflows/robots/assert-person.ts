import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { captchaKey } from "../../options"
import { readSolution } from "./altcha"
import { askProvider } from "./ask-provider"

/**
 * Lets a person pass, once for each answer (K1).
 * @param form handle of the form that the answer was given for
 * @throws INVALID_DATA for a missing, wrong, expired or used answer, NOT_ALLOWED when the provider
 *   cannot be asked
 */
export async function assertPerson(
  container: MedusaContainer,
  form: string,
  answer: string | undefined
): Promise<void> {
  if (!answer) {
    throw refusal("The check against robots is missing. Reload the page and try again")
  }
  const { captcha } = container.resolve(HELPDESK_MODULE).options

  if (captcha.provider === "altcha") {
    await assertSolved(container, form, answer)
  } else if (!(await isPassedAt(container, captcha, answer))) {
    throw refusal("The check against robots was not passed. Try it again")
  }
}

async function assertSolved(container: MedusaContainer, form: string, answer: string) {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const solution = await readSolution(answer, form, captchaKey(helpdesk.options))

  if (!solution) {
    throw refusal(
      "The check against robots does not count: it is wrong, too old or for another form. Reload the page and try again"
    )
  }
  const used = await helpdesk.useAllowances([
    { key: `challenge|${solution.id}`, most: 1, seconds: solution.seconds },
  ])
  if (used) {
    throw refusal(
      "This check against robots was used before. Reload the page and try again"
    )
  }
}

async function isPassedAt(
  container: MedusaContainer,
  captcha: Parameters<typeof askProvider>[0],
  answer: string
): Promise<boolean> {
  try {
    return await askProvider(captcha, answer)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`CRM desk: ${captcha.provider} could not be asked: ${String(error)}`)

    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The check against robots could not be made just now. Try again in a minute"
    )
  }
}

const refusal = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
