/** What somebody sees of an order who holds its code. No address, no name, no way to pay. */
export type StoreOrder = {
  display_id: string
  status: string
  fulfillment_status: string | null
  payment_status: string | null
  currency_code: string
  total: number
  items: {
    title: string
    variant_title: string | null
    thumbnail: string | null
    quantity: number
  }[]
  shipments: {
    tracking_numbers: { number: string; url: string | null }[]
    shipped_at: string | null
    delivered_at: string | null
  }[]
}

export type StoreOrderResponse = { order: StoreOrder }
