import { mailIdentity } from "./mail-identity"

const mail = {
  message_id: "a@mail.test",
  from: { address: "Mia@Shopper.test" },
  date: "2026-11-22T09:00:00.000Z",
  text: "Hello",
  attachments: [{ sha256: "aa" }],
}

it("is the same for two copies that travelled differently", () => {
  expect(mailIdentity(mail, "raw-1")).toBe(
    mailIdentity({ ...mail, from: { address: "mia@shopper.test" } }, "raw-2")
  )
})

it.each([
  ["Message-ID", { message_id: "b@mail.test" }],
  ["sender", { from: { address: "eve@elsewhere.test" } }],
  ["date", { date: null }],
  ["text", { text: "Hello!" }],
  ["file", { attachments: [{ sha256: "bb" }] }],
])("differs with another %s", (_, change) => {
  expect(mailIdentity({ ...mail, ...change }, "raw")).not.toBe(mailIdentity(mail, "raw"))
})

it("without a Message-ID is the bytes themselves", () => {
  const nameless = { ...mail, message_id: null }

  expect(mailIdentity(nameless, "raw-1")).toBe("raw:raw-1")
  expect(mailIdentity(nameless, "raw-2")).not.toBe(mailIdentity(nameless, "raw-1"))
})
