import { SupportProvider } from "medusa-plugin-crm-desk/storefront/react"
import { Route, Routes } from "react-router-dom"
import { Frame } from "./frame"
import { useLanguage } from "./locale"
import { support } from "./medusa"
import { AccountPage } from "./pages/account"
import { ContactPage } from "./pages/contact"
import { HomePage } from "./pages/home"
import { LoginPage } from "./pages/login"
import { NewRequestPage } from "./pages/new-request"
import { OrderHelpPage } from "./pages/order-help"
import { OrderPage } from "./pages/order"
import { NotFoundPage } from "./pages/page"
import { RatePage } from "./pages/rate"
import { RequestPage } from "./pages/request"
import { TicketLinkPage } from "./pages/ticket-link"

export function App() {
  const { locale } = useLanguage()
  return (
    <SupportProvider client={support} locale={locale}>
      <Frame>
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/contact" element={<ContactPage />} />
          <Route path="/order-help" element={<OrderHelpPage />} />
          <Route path="/login" element={<LoginPage />} />
          <Route path="/account" element={<AccountPage />} />
          <Route path="/account/orders/:id" element={<OrderPage />} />
          <Route path="/account/requests/new" element={<NewRequestPage />} />
          <Route path="/account/requests/:id" element={<RequestPage />} />
          {/* Where the links of the shop's mails lead: see docs/storefront.md. */}
          <Route path="/support/t/:token" element={<TicketLinkPage />} />
          <Route path="/support/r/:token" element={<RatePage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Frame>
    </SupportProvider>
  )
}
