import { useParams } from "react-router-dom"
import { RatingPage } from "medusa-plugin-crm-desk/storefront/react"
import { useLanguage } from "../locale"
import { Page } from "./page"

export function RatePage() {
  const { text } = useLanguage()
  const { token = "" } = useParams()
  return (
    <Page title={text("your_rating")}>
      <div className="card">
        <RatingPage token={token} />
      </div>
    </Page>
  )
}
