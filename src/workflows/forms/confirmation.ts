import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { renderMailTemplate } from "../../modules/helpdesk/domain/render-mail-template"
import type { ShopperTicket } from "../../modules/helpdesk/records/shopper-tickets"
import type { ContactFormDTO } from "../../modules/helpdesk/types"
import { readShop } from "../variables/shop"

const DAY = 86_400
/** In a minute, whatever comes in. */
const MOST_CONFIRMATIONS = 60
/** Stays until the ticket has a number. */
const NUMBER = "{{ticket.number}}"

/**
 * Says that the message came in, with its number, and not a word of the sender's: anybody can enter
 * anybody's address. Once in a day for each address (A4).
 * @returns null when there was one already
 */
export async function confirmationOf(
  container: MedusaContainer,
  form: ContactFormDTO,
  email: string,
  locale: string
): Promise<ShopperTicket["confirmation"]> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const isUsedUp = await helpdesk.useAllowances([
    { key: `confirmation|${hashOf(email)}`, most: 1, seconds: DAY },
    { key: "confirmation|shop", most: MOST_CONFIRMATIONS, seconds: 60 },
  ])

  if (isUsedUp) {
    return null
  }
  const { public_name } = await helpdesk.retrieveCrmDepartment(form.department_id)
  const words = locale.startsWith("de") ? WORDS.de : WORDS.en
  const worded = renderMailTemplate(
    "auto_reply",
    await helpdesk.mailTemplate("auto_reply"),
    {
      subject: words.subject,
      "ticket.number": NUMBER,
      "department.name": public_name,
      "shop.name": (await readShop(container)).name,
    },
    { text: form.texts[locale]?.confirmation ?? words.text, html: null }
  )
  return { from_name: public_name, subject: worded.subject, body_text: worded.text }
}

/** The count outlives the ticket; the address need not. */
const hashOf = (email: string) => createHash("sha256").update(email).digest("hex")

const WORDS = {
  en: {
    subject: `Your message has reached us (${NUMBER})`,
    text: `Thank you. Your message has reached us under the number ${NUMBER}, and we will answer it as soon as we can.\n\nIf you did not write to us, somebody entered your address by mistake: you need not do anything.`,
  },
  de: {
    subject: `Ihre Nachricht ist angekommen (${NUMBER})`,
    text: `Vielen Dank. Ihre Nachricht ist unter der Nummer ${NUMBER} bei uns angekommen, und wir antworten Ihnen so bald wie möglich.\n\nFalls Sie uns nicht geschrieben haben, hat jemand versehentlich Ihre Adresse angegeben: Sie müssen nichts tun.`,
  },
}
