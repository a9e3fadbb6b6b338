import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { BrowserRouter } from "react-router-dom"
import "medusa-plugin-crm-desk/storefront/style.css"
import "./shop.css"
import { App } from "./app"
import { LocaleProvider } from "./locale"
import { ShopperProvider } from "./shopper"

const place = document.getElementById("shop")
if (place) {
  createRoot(place).render(
    <StrictMode>
      <LocaleProvider>
        <ShopperProvider>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </ShopperProvider>
      </LocaleProvider>
    </StrictMode>
  )
}
