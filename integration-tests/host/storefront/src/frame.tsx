import type { MouseEvent, ReactNode } from "react"
import { Link, NavLink, useNavigate } from "react-router-dom"
import { useLanguage, type Locale } from "./locale"
import { adminUrl } from "./medusa"
import { useShopper } from "./shopper"

/** What is around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const { text } = useLanguage()
  const followLink = useFollowLink()
  return (
    <>
      <a className="skip" href="#content">
        {text("skip")}
      </a>
      <Top />
      {/* Links of the components are plain ones: they stay in the app all the same. */}
      <main id="content" onClick={followLink}>
        {children}
      </main>
      <Bottom />
    </>
  )
}

function Top() {
  const { text } = useLanguage()
  const { customer, logOut } = useShopper()
  return (
    <header className="top">
      <Link className="wordmark" to="/">
        Nordwind
      </Link>
      <nav aria-label="Nordwind">
        <NavLink to="/contact">{text("contact")}</NavLink>
        <NavLink to="/order-help">{text("order_help")}</NavLink>
        {customer ? (
          <>
            <NavLink to="/account">{text("account")}</NavLink>
            <button type="button" className="crm-link" onClick={logOut}>
              {text("log_out")}
            </button>
          </>
        ) : (
          <NavLink to="/login">{text("log_in")}</NavLink>
        )}
        <Languages />
      </nav>
    </header>
  )
}

const LANGUAGES: [Locale, string][] = [
  ["en", "English"],
  ["de", "Deutsch"],
]

function Languages() {
  const { locale, setLocale } = useLanguage()
  return LANGUAGES.filter(([other]) => other !== locale).map(([other, name]) => (
    <button
      key={other}
      type="button"
      className="crm-link"
      lang={other}
      onClick={() => setLocale(other)}
    >
      {name}
    </button>
  ))
}

function Bottom() {
  const { text } = useLanguage()
  return (
    <footer className="bottom">
      <p>Nordwind Outfitters, Am Sandtorkai 30, 20457 Hamburg</p>
      <p>
        {text("demo")} <a href="/mailboxes/">{text("mailboxes")}</a>,{" "}
        <a href={adminUrl}>{text("admin")}</a>
      </p>
    </footer>
  )
}

function useFollowLink() {
  const navigate = useNavigate()
  return (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null
    const href = link?.getAttribute("href")
    const isOwn = href?.startsWith("/account") && event.button === 0
    if (!href || !isOwn || event.defaultPrevented || event.metaKey || event.ctrlKey)
      return
    event.preventDefault()
    navigate(href)
  }
}
