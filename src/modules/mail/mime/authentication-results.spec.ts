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

  it.each([
    String.raw`mx.shop.test; spf=pass smtp.mailfrom="a\;dmarc=pass header.from=bank.test "@evil.test; dmarc=fail header.from=bank.test`,
    `mx.shop.test; spf=pass smtp.mailfrom="a; dmarc=pass"@evil.test; dmarc=fail header.from=bank.test`,
    `mx.shop.test; dmarc=fail reason="x header.from=evil.test; dmarc=pass" header.from=bank.test`,
  ])("are not read out of what is quoted in them: %s", async (header) => {
    const mail = `Authentication-Results: ${header}\r\nFrom: ann@bank.test\r\n\r\nHi`
    const [result] = (await readEmail(Buffer.from(mail))).authentication_results

    expect(result).toMatchObject({ dmarc: "fail", dmarc_domain: "bank.test" })
  })
})
