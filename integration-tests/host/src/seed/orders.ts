/** How far an order has come. */
export type OrderState =
  "placed" | "paid" | "fulfilled" | "shipped" | "delivered" | "returned" | "canceled"

export type OrderData = {
  /** Names the order in tickets.ts; kept in the order's metadata. */
  key: string
  email: string
  daysAgo: number
  state: OrderState
  /** Product handle, options of the variant, quantity. */
  items: [handle: string, options: string, quantity: number][]
  express?: boolean
}

export const FIRST_ORDER_NUMBER = 10413

/** Oldest first: they are placed in this order, and numbered so. */
export const orders: OrderData[] = [
  {
    key: "lena-sweater",
    email: "lena.hoffmann@postfach.test",
    daysAgo: 46,
    state: "delivered",
    items: [
      ["husky-merino-sweater", "M", 1],
      ["wool-wash", "500 ml", 1],
    ],
  },
  {
    key: "giulia-socks",
    email: "giulia.conti@posta.test",
    daysAgo: 41,
    state: "delivered",
    items: [["sokk-hiking-socks", "36-38", 3]],
  },
  {
    key: "tom-club",
    email: "tom.baker@mailbox.test",
    daysAgo: 35,
    state: "delivered",
    items: [
      ["lumi-headlamp", "Yellow", 6],
      ["thermos-hytte-750", "Steel", 6],
    ],
  },
  {
    key: "felix-boots",
    email: "felix.brandl@postfach.test",
    daysAgo: 30,
    state: "returned",
    items: [["steig-hiking-boots", "44", 1]],
  },
  {
    key: "camille-tent",
    email: "camille.dubois@courrier.test",
    daysAgo: 26,
    state: "delivered",
    items: [["vidde-tent-2p", "Moss", 1]],
    express: true,
  },
  {
    key: "priya-jacket",
    email: "priya.nair@mailbox.test",
    daysAgo: 21,
    state: "delivered",
    items: [["fjell-rain-jacket", "S / Rust", 1]],
  },
  {
    key: "marek-packs",
    email: "marek.nowak@skrzynka.test",
    daysAgo: 17,
    state: "shipped",
    items: [["tarn-backpack-38", "Regular", 4]],
  },
  {
    key: "ingrid-boots",
    email: "ingrid.solberg@mailbox.test",
    daysAgo: 14,
    state: "canceled",
    items: [["steig-hiking-boots", "38", 1]],
  },
  {
    key: "lena-jacket",
    email: "lena.hoffmann@postfach.test",
    daysAgo: 9,
    state: "shipped",
    items: [["fjell-rain-jacket", "M / Petrol", 1]],
  },
  {
    key: "giulia-thermos",
    email: "giulia.conti@posta.test",
    daysAgo: 7,
    state: "shipped",
    items: [["thermos-hytte-750", "Forest", 2]],
  },
  {
    key: "felix-headlamp",
    email: "felix.brandl@postfach.test",
    daysAgo: 5,
    state: "fulfilled",
    items: [
      ["lumi-headlamp", "Black", 1],
      ["sokk-hiking-socks", "42-44", 2],
    ],
  },
  {
    key: "tom-tent",
    email: "tom.baker@mailbox.test",
    daysAgo: 4,
    state: "paid",
    items: [
      ["vidde-tent-2p", "Moss", 2],
      ["tarn-backpack-38", "Long", 1],
    ],
  },
  {
    key: "camille-sweater",
    email: "camille.dubois@courrier.test",
    daysAgo: 2,
    state: "paid",
    items: [["husky-merino-sweater", "S", 1]],
    express: true,
  },
  {
    key: "lena-boots",
    email: "lena.hoffmann@postfach.test",
    daysAgo: 1.5,
    state: "placed",
    items: [["steig-hiking-boots", "40", 1]],
  },
]
