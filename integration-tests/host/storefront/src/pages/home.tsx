import { useCallback } from "react"
import { Link } from "react-router-dom"
import { useLanguage } from "../locale"
import { sdk } from "../medusa"
import { useAsync } from "../use-async"

export function HomePage() {
  const { text } = useLanguage()
  return (
    <>
      <section className="hero">
        <h1>{text("hero")}</h1>
        <p>{text("hero_lead")}</p>
        <Link className="crm-button" to="/contact">
          {text("hero_action")}
        </Link>
      </section>
      <Products />
    </>
  )
}

const load = async () => {
  const { regions } = await sdk.store.region.list({ limit: 1 })
  const { products } = await sdk.store.product.list({
    region_id: regions[0]?.id,
    fields: "id,title,subtitle,thumbnail,*variants.calculated_price",
    limit: 12,
  })
  return products
}

function Products() {
  const { locale, text } = useLanguage()
  const products = useAsync(useCallback(load, []))

  return (
    <section className="page wide">
      <h2>{text("products")}</h2>
      <ul className="products" role="list">
        {products?.map(({ id, title, subtitle, thumbnail, variants }) => {
          const price = variants?.[0]?.calculated_price
          return (
            <li key={id}>
              {thumbnail && <img src={thumbnail} alt="" width="240" height="240" />}
              <h3>{title}</h3>
              <p>{subtitle}</p>
              {price?.calculated_amount != null && price.currency_code && (
                <p className="price">
                  {text("from")}{" "}
                  {money(price.calculated_amount, price.currency_code, locale)}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const money = (amount: number, currency: string, locale: string) =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
  }).format(amount)
