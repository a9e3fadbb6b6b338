import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import { captchaKey } from "../../../../../options"
import { challengeFor } from "../../../../../workflows/robots/altcha"
import type { AskForChallenge } from "../../forms/contract"

/** Work for a browser, flat as the widget of ALTCHA wants it. The same for a form that is not there. */
export const GET = async (
  req: MedusaRequest<undefined, AskForChallenge>,
  res: MedusaResponse
) => {
  const { options } = req.scope.resolve(HELPDESK_MODULE)
  const { for: form } = req.validatedQuery as AskForChallenge

  if (options.captcha.provider !== "altcha") {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `This shop checks with ${options.captcha.provider}: show its widget instead`
    )
  }
  res.setHeader("Cache-Control", "no-store")
  res.json(
    await challengeFor(form, {
      key: captchaKey(options),
      maxNumber: options.captcha.maxNumber,
      now: new Date(),
    })
  )
}
