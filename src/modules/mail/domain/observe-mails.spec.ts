import { observeMails, type ArrivedMail } from "./observe-mails"
import { signedReference } from "./signed-reference"

const key = Buffer.alloc(32, 1)
const verdicts = { dmarc: "pass", dkim: "pass", spf: "pass" } as const
const byServer = (authserv_id: string) => ({ authserv_id, ...verdicts })

const mail = (id: string, read: Partial<ArrivedMail["read"]> = {}): ArrivedMail => ({
  id,
  account_id: "macc_1",
  server_date: null,
  read: { message_id: null, loop_tokens: [], authentication_results: [], ...read },
})

describe("what a batch of mails teaches about an account's servers", () => {
  it("is what the newest mail with any results carries, and who wrote the topmost of each", () => {
    const { observations } = observeMails(
      [
        mail("old", { authentication_results: [byServer("mx.a.test")] }),
        mail("newer", {
          authentication_results: [byServer("mx.b.test"), byServer("elsewhere.test")],
        }),
        mail("newest"),
      ],
      key
    )

    expect(observations).toEqual([
      {
        account_id: "macc_1",
        authentication: {
          inbound_mail_id: "newer",
          results: [byServer("mx.b.test"), byServer("elsewhere.test")],
        },
        authserv_ids: ["", "mx.b.test", "mx.a.test"],
        newest_id: "newest",
        found_own_mail: false,
      },
    ])
  })

  it("is kept apart for each account", () => {
    const { observations } = observeMails(
      [mail("one"), { ...mail("two"), account_id: "macc_2" }],
      key
    )
    expect(observations.map(({ account_id }) => account_id)).toEqual(["macc_1", "macc_2"])
  })

  it("leaves out a server's name that no setting could hold", () => {
    const { observations } = observeMails(
      [mail("one", { authentication_results: [byServer("bad\u0000name")] })],
      key
    )
    expect(observations[0]).toMatchObject({ authentication: null, authserv_ids: [""] })
  })

  it("says that a mail of ours is among them", () => {
    const ours = signedReference("tmsg_01jd4k6y7z8x9w0v1u2t3s4r5q", "shop.test", key)
    const [observation] = observeMails(
      [mail("one", { message_id: ours })],
      key
    ).observations

    expect(observation.found_own_mail).toBe(true)
  })

  it("finds a test mail, also under a Message-ID that a server gave it", () => {
    const id = "mtest_01jd4k6y7z8x9w0v1u2t3s4r5q"
    const read = {
      message_id: "other@mx.test",
      loop_tokens: [signedReference(id, "shop.test", key)],
    }
    const { tests, observations } = observeMails([mail("one", read)], key)

    expect(tests).toEqual([{ test_id: id, inbound_mail_id: "one", server_date: null }])
    expect(observations[0].found_own_mail).toBe(false)
  })
})
