import type { RecipientState } from "../types"
import { isAboutTheAddress, refusedAddresses, suppressionFor } from "./suppression"

describe("an address that mail came back from", () => {
  it("is suppressed at once when nobody is there", () => {
    expect(suppressionFor({ permanent: true }, 0)).toBe("hard_bounce")
  })

  it.each([
    [4, null],
    [5, "soft_bounces"],
  ])("after %i failures that may pass: %s", (softBounces, reason) => {
    expect(suppressionFor({ permanent: false }, softBounces)).toBe(reason)
  })

  it.each([
    ["5.1.1", true],
    ["4.2.2", true],
    [null, true],
    ["5.7.1", false],
    ["4.7.0", false],
  ])("with status %s: is it about the address? %s", (status, isAbout) => {
    expect(isAboutTheAddress({ status })).toBe(isAbout)
  })
})

describe("a recipient that the server refused at once", () => {
  const refused = (response: string): RecipientState[] => [
    { address: "mia@shopper.test", state: "refused", response },
  ]
  const pending: RecipientState[] = [
    { address: "mia@shopper.test", state: "pending", response: null },
  ]

  it.each([
    ["550 5.1.1 No such user here", "5.1.1", true],
    ["550-5.2.1 Disabled", "5.2.1", true],
    ["556 5.1.10 Domain does not accept mail", "5.1.10", true],
    ["552 5.2.2 Mailbox full", "5.2.2", false],
  ])("counts: %s", (response, status, permanent) => {
    expect(refusedAddresses(pending, refused(response))).toEqual([
      { address: "mia@shopper.test", status, permanent, response },
    ])
  })

  it.each([
    "550 Blocked, see 5.1.1.1",
    "550 5.7.1 Your server is on a list",
    "550 no such user, says a server without codes",
    "This is not an address that mail can be sent to",
  ])("does not count where it is not the address: %s", (response) => {
    expect(refusedAddresses(pending, refused(response))).toEqual([])
  })

  it("counts once, not at every attempt for the others", () => {
    const before = refused("550 5.1.1 No such user")

    expect(refusedAddresses(before, before)).toEqual([])
  })
})
