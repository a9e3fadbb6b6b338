import { inCopy, newcomers } from "./recipients"

const ticket = {
  requester: { name: "Mia", email: "mia@shopper.test" },
  participants: [
    { name: "Mia", email: "mia@shopper.test", role: "requester" as const },
    { name: "", email: "bo@shopper.test", role: "cc" as const },
    { name: "Eve", email: "eve@elsewhere.test", role: "third_party" as const },
  ],
}

it("those in copy are offered, not written to by themselves", () => {
  expect(inCopy(ticket)).toEqual(["bo@shopper.test"])
})

it("a recipient who was no part of the ticket is a newcomer, and so is a stranger who wrote in", () => {
  expect(
    newcomers(
      ["MIA@shopper.test", "bo@shopper.test", "eve@elsewhere.test", "new@shopper.test"],
      ticket
    )
  ).toEqual(["eve@elsewhere.test", "new@shopper.test"])
})
