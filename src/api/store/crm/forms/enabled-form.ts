import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { formLocale } from "../../../../modules/helpdesk/domain/form"
import type { ContactFormDTO } from "../../../../modules/helpdesk/types"
import { customerIdOf } from "../customer-of"

/** @throws NOT_FOUND, also for one that is switched off */
export async function enabledForm(req: MedusaRequest): Promise<ContactFormDTO> {
  const [form] = await req.scope
    .resolve(HELPDESK_MODULE)
    .listCrmContactForms({ handle: req.params.handle, enabled: true })

  if (!form) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no form "${req.params.handle.slice(0, 64)}"`
    )
  }
  return form
}

/** Who is logged in has shown to be a person; limits count for them too. */
export const asksForCaptcha = (req: MedusaRequest, form: ContactFormDTO): boolean =>
  form.captcha && customerIdOf(req) === null

/** The form's language for this request: `?locale=`, or what the storefront says anyway. */
export function localeOf(req: MedusaRequest, form: ContactFormDTO): string {
  const { locale } = req.validatedQuery

  return formLocale(form, typeof locale === "string" ? locale : req.locale)
}
