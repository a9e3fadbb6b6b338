import { readEmail } from "./read-email"

const PASS =
  "mx.shop.test; dmarc=pass (p=reject) header.from=Bank.test; spf=pass smtp.mailfrom=bank.test"
const resultsOf = async (...from: string[]) => {
  const mail = [
    `Authentication-Results: ${PASS}`,
    ...from.map((one) => `From: ${one}`),
    "",
    "Hi",
  ]
  return (await readEmail(Buffer.from(mail.join("\r\n")))).authentication_results
}

describe("the authentication results of a mail", () => {
  it("say whose domain DMARC speaks of", async () => {
    expect(await resultsOf("ann@bank.test")).toEqual([
      {
        authserv_id: "mx.shop.test",
        dmarc: "pass",
        dmarc_domain: "bank.test",
        dkim: "none",
        spf: "pass",
      },
    ])
  })

  it.each([
    [["victim@bank.test, eve@evil.test"]],
    [["g:victim@bank.test,eve@evil.test;"]],
    [["victim@bank.test", "eve@evil.test"]],
  ])("pass none of several senders: %j", async (from) => {
    expect(await resultsOf(...from)).toMatchObject([{ dmarc: "none", spf: "pass" }])
  })
})
