import { ContactForm } from "medusa-plugin-crm-desk/storefront/react"
import { useLanguage } from "../locale"
import { useShopper } from "../shopper"
import { Page } from "./page"

export function ContactPage() {
  const { text } = useLanguage()
  const { customer } = useShopper()
  return (
    <Page title={text("contact")} lead={text("contact_lead")}>
      {customer !== undefined && (
        <div className="card">
          <ContactForm
            form="contact"
            initial={customer ? { email: customer.email } : undefined}
          />
        </div>
      )}
      <p>
        <a href="/contact-without-react">{text("contact_plain")}</a>
      </p>
    </Page>
  )
}
