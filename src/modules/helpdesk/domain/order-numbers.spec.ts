import { orderNumbersIn } from "./order-numbers"

/** What customers write, and the order numbers in it. */
const MAILS: [text: string, numbers: string[]][] = [
  ["Where is my order 12?", ["12"]],
  ["Order #12 has not arrived", ["12"]],
  ["order no. 4711", ["4711"]],
  ["Order number: 88", ["88"]],
  ["my order is #5", ["5"]],
  ["#31 is broken", ["31"]],
  ["Bestellung 77 fehlt", ["77"]],
  ["Bestellnummer 77", ["77"]],
  ["meine Bestellung Nr. 104", ["104"]],
  ["Auftragsnummer: 9", ["9"]],
  ["ma commande n° 55", ["55"]],
  ["mi pedido 1203", ["1203"]],
  ["il mio ordine 8", ["8"]],
  ["mijn bestelling 19", ["19"]],
  ["zamówienie nr 42", ["42"]],
  ["заказ № 17", ["17"]],
  ["注文 33", ["33"]],
  ["It is about 10482, please", ["10482"]],
  ["orders #12 and #13", ["12", "13"]],
  ["order 00012", ["12"]],
  ["I bought 2 shirts for 3 people", []],
  ["It cost 35.90 and I paid $1200", []],
  ["We moved in 2024", []],
  ["Tracking number 0034043412345678", []],
  ["tracking: 123456789", []],
  ["DHL 1234567", []],
  ["My phone is 0151 2345678", []],
  ["IBAN DE89 3704 0044 0532 0130 00", []],
  ["Invoice 20231 attached", []],
  ["Re: [#1000123] Parcel", []],
  ["1Z999AA10123456784", []],
  ["see https://shop.test/p/12345", []],
  ["on 12/05/2024 at 10:30", []],
  ["article A-10482-B", []],
  ["order 12.50 euro", []],
  ["100% sure, 5000% even", []],
  ["&#12345; entity", []],
]

it.each(MAILS)("%s", (text, numbers) => {
  expect(orderNumbersIn(text)).toEqual(numbers)
})

it("a text full of numbers gives ten at most", () => {
  expect(
    orderNumbersIn(Array.from({ length: 500 }, (_, i) => `order ${i}`).join("\n"))
  ).toHaveLength(10)
})
