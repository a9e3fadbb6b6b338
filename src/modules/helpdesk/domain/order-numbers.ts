/**
 * What a number is called when it is an order's, in the languages shops are written to. Followed by
 * the number itself, with or without "no.", "number", "#" or a colon between.
 */
const ORDER_WORDS = [
  "order",
  "purchase",
  "bestellung",
  "bestell",
  "auftrag",
  "auftrags",
  "commande",
  "pedido",
  "orden",
  "encomenda",
  "ordine",
  "bestelling",
  "zamówieni\\p{L}*",
  "objednávk\\p{L}*",
  "rendelés\\p{L}*",
  "tilaus",
  "ordre",
  "beställning",
  "sipariş",
  "заказ\\p{L}*",
  "замовленн\\p{L}*",
  "παραγγελία\\p{L}*",
  "注文",
  "订单",
  "訂單",
  "주문",
]
const NUMBER_WORDS =
  "no|nr|num|number|nummer|numéro|numero|número|id|номер|№|n°|nº|č|br|番号|号|번호"

const AFTER_A_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ORDER_WORDS.join("|")})[\\s-]*(?:(?:${NUMBER_WORDS})\\.?)?[\\s:]*(?:is|ist|est|es)?\\s*#?\\s*(\\d{1,9})(?![\\p{L}\\p{N}]|[.,/:-]\\d)`,
  "giu"
)
const AFTER_A_HASH = /(?<![\p{L}\p{N}#&[/])#(\d{1,9})(?![\p{L}\p{N}]|[.,/:-]\d)/gu
/** A bare number is an order's only when nothing near it says otherwise. */
const ON_ITS_OWN =
  /(?<![\p{L}\p{N}#$€£¥.,/:+_-])(\d{4,9})(?![\p{L}\p{N}%$€£¥_]|[.,/:-]\d)/gu

/** A line about one of these has numbers that are no order's. */
const OTHER_NUMBERS =
  /\b(track|tracking|sendung|sendungs|paketnummer|colis|suivi|seguimiento|tracciamento|iban|phone|tel|telefon|fax|mobile|plz|zip|ticket|invoice|rechnung|facture|factura|awb|ups|dhl|fedex|dpd|gls)\p{L}*/iu

const MOST_CANDIDATES = 10

/**
 * The numbers in a text that may be order numbers, as written. Whether one is the sender's own order
 * is for the caller to find out: a number alone proves nothing.
 * @param text subject and reply, without quoted history
 */
export function orderNumbersIn(text: string): string[] {
  const found = new Set<string>()

  for (const line of text.slice(0, 50_000).split("\n")) {
    if (!/\d/.test(line)) {
      continue
    }
    for (const pattern of [AFTER_A_WORD, AFTER_A_HASH]) {
      for (const [, number] of line.matchAll(pattern)) {
        found.add(String(Number(number)))
      }
    }
    if (!OTHER_NUMBERS.test(line)) {
      for (const [, number] of line.matchAll(ON_ITS_OWN)) {
        if (!isYear(number)) {
          found.add(String(Number(number)))
        }
      }
    }
    if (found.size >= MOST_CANDIDATES) {
      break
    }
  }
  return [...found].slice(0, MOST_CANDIDATES)
}

const isYear = (number: string) => /^(19|20)\d\d$/.test(number)
