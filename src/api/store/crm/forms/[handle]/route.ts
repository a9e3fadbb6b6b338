import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import { localField } from "../../../../../modules/helpdesk/domain/form"
import {
  HONEYPOT,
  type ReadForm,
  type StoreForm,
  type StoreFormResponse,
} from "../contract"
import { asksForCaptcha, enabledForm, localeOf } from "../enabled-form"

/** A form as it is shown, in one language. */
export const GET = async (
  req: MedusaRequest<undefined, ReadForm>,
  res: MedusaResponse<StoreFormResponse>
) => {
  const form = await enabledForm(req)
  const locale = localeOf(req, form)
  const { title, intro, submit_label } = form.texts[locale]

  res.json({
    form: {
      handle: form.handle,
      title,
      intro: intro ?? null,
      submit_label: submit_label ?? null,
      fields: form.fields.map((field) => localField(field, locale, form.default_locale)),
      captcha: asksForCaptcha(req, form) ? captchaOf(req, form.handle) : null,
      honeypot: HONEYPOT,
    },
  })
}

function captchaOf(req: MedusaRequest, handle: string): StoreForm["captcha"] {
  const { captcha } = req.scope.resolve(HELPDESK_MODULE).options

  return captcha.provider === "altcha"
    ? {
        provider: "altcha",
        challenge_url: `/store/crm/captcha/challenge?for=${encodeURIComponent(handle)}`,
      }
    : { provider: captcha.provider, site_key: captcha.siteKey }
}
