/** What Nordwind sells. Prices in whole units; a variant is named by its options. */
export type ProductData = {
  handle: string
  title: string
  subtitle: string
  description: string
  category: string
  /** Two colours of its picture, and its outline in a square of 24: not every machine has emoji. */
  picture: [string, string, outline: string]
  weight: number
  options: Record<string, string[]>
  price: { eur: number; usd: number }
  stock: number
}

const SIZES = ["S", "M", "L", "XL"]

export const products: ProductData[] = [
  {
    handle: "fjell-rain-jacket",
    title: "Fjell Rain Jacket",
    subtitle: "Three-layer shell, 20,000 mm",
    description:
      "A light shell for days that begin dry. Taped seams, pit zips and a hood that fits over a helmet. 410 g in size M.",
    category: "Clothing",
    picture: [
      "#1f6f8b",
      "#99c1b9",
      "M8 4 3 7l2 5 2-1v9h10v-9l2 1 2-5-5-3c-.6 2-2 3-4 3S8.6 6 8 4z M12 7v13 M9 15h1 M14 15h1",
    ],
    weight: 410,
    options: { Size: SIZES, Color: ["Petrol", "Rust"] },
    price: { eur: 249, usd: 269 },
    stock: 24,
  },
  {
    handle: "husky-merino-sweater",
    title: "Husky Merino Sweater",
    subtitle: "Half zip, 260 g/m²",
    description:
      "Mulesing-free merino from one farm in Patagonia. Warm when wet, and it does not smell after three days in a hut.",
    category: "Clothing",
    picture: [
      "#6d597a",
      "#e8c7c8",
      "M8 4 3 8l2 5 2-1v8h10v-8l2 1 2-5-5-4c-1 1.4-2.3 2-4 2S9 5.4 8 4z M7 16.5h10 M9 9l3 3 3-3",
    ],
    weight: 380,
    options: { Size: SIZES },
    price: { eur: 129, usd: 139 },
    stock: 40,
  },
  {
    handle: "steig-hiking-boots",
    title: "Steig Hiking Boots",
    subtitle: "Leather, resoleable",
    description:
      "Full-grain leather boots for marked paths with a pack. We resole them in our workshop: send them in, and they come back in two weeks.",
    category: "Footwear",
    picture: ["#7f5539", "#ddb892", "M8 3h6v9l6 3v4H5v-4l3-3z M5 17h15 M11 6h3 M11 9h3"],
    weight: 1240,
    options: { Size: ["38", "40", "42", "44", "46"] },
    price: { eur: 219, usd: 239 },
    stock: 15,
  },
  {
    handle: "lumi-headlamp",
    title: "Lumi Headlamp",
    subtitle: "400 lumens, USB-C",
    description:
      "Six hours at full light, sixty at low. Charges by USB-C, and runs on three AAA batteries when there is no socket.",
    category: "Gear",
    picture: [
      "#264653",
      "#e9c46a",
      "M3 11c4-3.5 14-3.5 18 0 M9 8.5h6v6H9z M12 17v3 M8.5 16.5 6.5 19 M15.5 16.5l2 2.5",
    ],
    weight: 86,
    options: { Color: ["Black", "Yellow"] },
    price: { eur: 59, usd: 64 },
    stock: 120,
  },
  {
    handle: "thermos-hytte-750",
    title: "Hytte Thermos 750 ml",
    subtitle: "Hot for 18 hours",
    description:
      "Stainless steel with a lid that is a cup. Dishwasher safe; every seal is sold as a spare part.",
    category: "Gear",
    picture: ["#386641", "#a7c957", "M9.5 3h5v4h-5z M8 7h8v14H8z M8 11h8 M16 9.5h3v6h-3"],
    weight: 390,
    options: { Color: ["Forest", "Steel"] },
    price: { eur: 39, usd: 42 },
    stock: 80,
  },
  {
    handle: "tarn-backpack-38",
    title: "Tarn Backpack 38 l",
    subtitle: "For two nights",
    description:
      "Adjustable back, rain cover in the bottom pocket, 1.35 kg. Carries up to 14 kg without complaint.",
    category: "Gear",
    picture: [
      "#bc4749",
      "#f2e8cf",
      "M8.5 8V5.5a3.5 3.5 0 0 1 7 0V8 M6 8h12v13H6z M9 13h6v5H9z M6 11H4v6h2 M18 11h2v6h-2",
    ],
    weight: 1350,
    options: { "Back length": ["Short", "Regular", "Long"] },
    price: { eur: 169, usd: 179 },
    stock: 18,
  },
  {
    handle: "vidde-tent-2p",
    title: "Vidde Tent 2P",
    subtitle: "Three seasons, 2.1 kg",
    description:
      "A tunnel tent for two with a porch for boots and a stove. Pitches in four minutes, outer first.",
    category: "Camping",
    picture: ["#3a5a40", "#dad7cd", "M12 4 2.5 20h19z M12 10.5 8 20 M12 10.5 16 20"],
    weight: 2100,
    options: { Color: ["Moss"] },
    price: { eur: 449, usd: 489 },
    stock: 9,
  },
  {
    handle: "sokk-hiking-socks",
    title: "Sokk Hiking Socks",
    subtitle: "Merino, two pairs",
    description:
      "Padded where boots press, thin where they do not. Three years of guarantee.",
    category: "Clothing",
    picture: [
      "#5f0f40",
      "#fb8b24",
      "M9 3h6v9l4 4.5a2.9 2.9 0 0 1-4 4L9 15z M9 7h6 M14 14.5l2-1.200",
    ],
    weight: 140,
    options: { Size: ["36-38", "39-41", "42-44", "45-47"] },
    price: { eur: 29, usd: 32 },
    stock: 200,
  },
  {
    handle: "wool-wash",
    title: "Wool Wash 500 ml",
    subtitle: "Without perfume",
    description: "A mild soap for merino and down. One bottle washes thirty sweaters.",
    category: "Care",
    picture: [
      "#457b9d",
      "#f1faee",
      "M10 3h4v3h-4z M9 6h6l2 4v11H7V10z M9.5 14h5 M9.5 17h5",
    ],
    weight: 540,
    options: { Size: ["500 ml"] },
    price: { eur: 14, usd: 15 },
    stock: 150,
  },
]
