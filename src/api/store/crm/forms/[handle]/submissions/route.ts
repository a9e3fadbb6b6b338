import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { fillForm } from "../../../../../../modules/helpdesk/domain/form"
import type { ContactFormDTO } from "../../../../../../modules/helpdesk/types"
import { submitFormWorkflow } from "../../../../../../workflows/forms/submit-form"
import { assertPerson } from "../../../../../../workflows/robots/assert-person"
import { customerIdOf } from "../../../customer-of"
import { filesOf } from "../../../tickets/files"
import { HONEYPOT, type SubmissionResponse, type SubmitForm } from "../../contract"
import { asksForCaptcha, enabledForm, localeOf } from "../../enabled-form"

/** What was filled in becomes a ticket (B-16). The answer is the same whoever's address was given. */
export const POST = async (
  req: MedusaRequest<SubmitForm>,
  res: MedusaResponse<SubmissionResponse>
) => {
  const form = await enabledForm(req)
  const locale = localeOf(req, form)
  const { fields, attachment_ids, captcha, [HONEYPOT]: trap } = req.validatedBody
  const message = thanksOf(form, locale)

  if (trap) {
    // A robot that thinks it was heard does not try again.
    res.json({ submission: { ticket_number: null, message } })
    return
  }
  const filled = fillForm(form, locale, fields, attachment_ids)

  if ("refused" in filled) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, filled.refused)
  }
  if (asksForCaptcha(req, form)) {
    await assertPerson(req.scope, form.handle, captcha)
  }
  const { result } = await submitFormWorkflow(req.scope).run({
    input: {
      form_id: form.id,
      filled,
      locale,
      files: filesOf(req, filled.files),
      customer_id: customerIdOf(req),
    },
  })
  res.json({ submission: { ticket_number: result.number, message } })
}

const thanksOf = ({ texts }: ContactFormDTO, locale: string) =>
  texts[locale].thanks ??
  (locale.startsWith("de")
    ? "Vielen Dank. Wir haben Ihre Nachricht erhalten und melden uns bald."
    : "Thank you. We have your message and will answer soon.")
