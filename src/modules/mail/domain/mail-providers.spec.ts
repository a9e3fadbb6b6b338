import {
  MAIL_PROVIDERS,
  providerOfAddress,
  providerOfExchangers,
  providerOfServer,
} from "./mail-providers"

describe("the provider of an address", () => {
  it.each([
    ["ann@gmail.com", "google"],
    ["Ann@GMX.de", "gmx"],
    ["ann@icloud.com", "icloud"],
    ["ann@hotmail.com", "microsoft"],
    ["ann@proton.me", "proton"],
  ])("of %s is %s by its domain", (address, id) => {
    expect(providerOfAddress(address)?.id).toBe(id)
  })

  it.each([
    [["aspmx.l.google.com", "alt1.aspmx.l.google.com"], "google"],
    [["smtp.google.com."], "google"],
    [["shop-example.mail.protection.outlook.com"], "microsoft"],
    [["mx00.ionos.de", "mx01.ionos.de"], "ionos"],
    [["smtpin.rzone.de"], "strato"],
    [["mx.zoho.eu"], "zoho_eu"],
    [["in1-smtp.messagingengine.com"], "fastmail"],
  ])("of a domain with the mail exchangers %j is %s", (hosts, id) => {
    expect(providerOfExchangers(hosts)?.id).toBe(id)
  })

  it("is not guessed from a name that only looks alike", () => {
    expect(providerOfExchangers(["notgoogle.com", "google.com.evil.example"])).toBeNull()
    expect(providerOfAddress("ann@mygmail.com")).toBeNull()
    expect(providerOfServer("imap.gmail.com.evil.example")).toBeNull()
  })

  it("is known again from the server an account uses", () => {
    expect(providerOfServer("Outlook.Office365.com")?.id).toBe("microsoft")
  })
})

describe("every provider of the list", () => {
  it("is named once, and reached with encryption", () => {
    expect(new Set(MAIL_PROVIDERS.map(({ id }) => id)).size).toBe(MAIL_PROVIDERS.length)
    for (const { imap, smtp } of MAIL_PROVIDERS) {
      expect([imap.security, smtp.security]).not.toContain("none")
    }
  })

  it("has domains or mail exchangers to be recognised by", () => {
    for (const { id, domains, exchangers } of MAIL_PROVIDERS) {
      expect([id, domains.length + exchangers.length]).not.toEqual([id, 0])
    }
  })
})
