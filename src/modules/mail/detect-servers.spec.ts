import { detectServers, type MailDns } from "./detect-servers"

const dns = (says: Partial<MailDns> = {}): MailDns => ({
  exchangers: async () => [],
  services: async () => [],
  ...says,
})

describe("the servers of an address", () => {
  it("are known by its domain, without a question to anybody", async () => {
    const exchangers = jest.fn()

    expect(await detectServers("ann@gmail.com", dns({ exchangers }))).toMatchObject({
      by: "domain",
      provider: { id: "google", oauth: "google" },
    })
    expect(exchangers).not.toHaveBeenCalled()
  })

  it("are those of the provider that takes in the domain's mail", async () => {
    const answer = await detectServers(
      "help@shop.example",
      dns({ exchangers: async () => ["shop-example.mail.protection.outlook.com"] })
    )
    expect(answer).toMatchObject({ by: "mx", provider: { id: "microsoft" } })
  })

  it("are those the domain announces, the most wanted first", async () => {
    const services = async (name: string) =>
      name === "_imaps._tcp.shop.example"
        ? [
            { name: "backup.shop.example", port: 993, priority: 20, weight: 0 },
            { name: "imap.shop.example", port: 9993, priority: 10, weight: 0 },
          ]
        : [{ name: ".", port: 0, priority: 0, weight: 0 }]

    expect(await detectServers("help@shop.example", dns({ services }))).toEqual({
      by: "srv",
      provider: null,
      imap: { host: "imap.shop.example", port: 9993, security: "tls" },
      smtp: null,
    })
  })

  it("stay unknown when nothing speaks for any", async () => {
    expect(await detectServers("help@shop.example", dns())).toBeNull()
  })
})
