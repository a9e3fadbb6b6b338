import { createRoot, type Root } from "react-dom/client"
import { createSupportClient } from "../client/create-support-client"
import { ContactForm } from "../react/contact-form"
import { OrderHelp } from "../react/door/order-help"
import { TicketLink } from "../react/door/ticket-link"
import { MyRequests } from "../react/my-requests"
import { RatingPage } from "../react/rating/rating-page"
import { SupportProvider } from "../react/support-provider"
import { isTextKey } from "../react/texts/translate"
import type { Texts } from "../react/texts/en"
import css from "../style.css?inline"

/** The script comes from the shop's backend unless somebody hosts it elsewhere. */
const scriptOrigin =
  document.currentScript instanceof HTMLScriptElement && document.currentScript.src
    ? new URL(document.currentScript.src).origin
    : window.location.origin

/**
 * The help desk on a page without React: `<crm-support view="contact" publishable-key="pk_...">`.
 * Its attributes are in docs/storefront.md.
 */
export class CrmSupportElement extends HTMLElement {
  static observedAttributes = [
    "auth",
    "backend-url",
    "form",
    "locale",
    "order-id",
    "publishable-key",
    "texts",
    "token",
    "unstyled",
    "view",
  ]
  private root: Root | null = null

  connectedCallback() {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" })
    this.root = createRoot(shadow)
    this.render()
  }

  disconnectedCallback() {
    this.root?.unmount()
    this.root = null
  }

  attributeChangedCallback() {
    this.render()
  }

  private render() {
    if (!this.root || !this.shadowRoot) return
    this.shadowRoot.adoptedStyleSheets = this.hasAttribute("unstyled") ? [] : [sheet()]
    const client = createSupportClient({
      baseUrl: this.getAttribute("backend-url") ?? scriptOrigin,
      publishableKey: this.getAttribute("publishable-key") ?? undefined,
      auth: this.getAttribute("auth") === "session" ? { type: "session" } : undefined,
    })
    const locale = this.getAttribute("locale") ?? (document.documentElement.lang || "en")
    this.root.render(
      <SupportProvider client={client} locale={locale} texts={this.texts()}>
        {this.view()}
      </SupportProvider>
    )
  }

  private view() {
    switch (this.getAttribute("view")) {
      case "requests":
        return <MyRequests orderId={this.getAttribute("order-id") ?? undefined} />
      case "order-help":
        return <OrderHelp />
      case "ticket-link":
        return <TicketLink token={this.token()} />
      case "rating":
        return <RatingPage token={this.token()} />
      default:
        return (
          <ContactForm
            form={this.getAttribute("form") ?? "contact"}
            onSent={(detail) =>
              this.dispatchEvent(new CustomEvent("crm-sent", { detail, bubbles: true }))
            }
          />
        )
    }
  }

  /** Given, or the end of the address: links in mails are `.../support/t/<token>`. */
  private token() {
    const last = window.location.pathname.split("/").filter(Boolean).at(-1) ?? ""
    return this.getAttribute("token") ?? decodeURIComponent(last)
  }

  /** JSON of the texts that are yours. */
  private texts(): Partial<Texts> {
    const own: unknown = JSON.parse(this.getAttribute("texts") ?? "{}")
    return Object.fromEntries(
      Object.entries(own ?? {}).filter(
        ([key, text]) => isTextKey(key) && typeof text === "string"
      )
    )
  }
}

let shared: CSSStyleSheet | null = null

/** One for all elements of a page; no `style` element, which a strict policy would refuse. */
function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet()
    shared.replaceSync(css)
  }
  return shared
}

if (!customElements.get("crm-support")) {
  customElements.define("crm-support", CrmSupportElement)
}
