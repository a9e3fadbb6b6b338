import { arrivalOf } from "./first-arrival"

const mail = (id: string, server_date: string | null) => ({
  id,
  server_date,
  created_at: "2026-06-01T12:05:00.000Z",
})
const account = { mail_account: { created_at: "2026-06-01T12:00:00.000Z" } }
const old = mail("old", "2026-05-01T09:00:00.000Z")
const fresh = mail("fresh", "2026-06-01T12:03:00.000Z")
const testMail = (inbound_mail_id: string | null) => ({
  id: "mtest_1",
  sent_at: "2026-06-01T12:02:00.000Z",
  received_at: inbound_mail_id && "2026-06-01T12:03:00.000Z",
  inbound_mail_id,
})

describe("the mail that shows that an account receives", () => {
  it("was sent since the account was connected", () => {
    expect(arrivalOf({ ...account, test_mail: null }, [fresh, old])).toBe(fresh)
    expect(arrivalOf({ ...account, test_mail: null }, [old])).toBeUndefined()
  })

  it("counts from its storing where the server gave no date", () => {
    const undated = mail("undated", null)

    expect(arrivalOf({ ...account, test_mail: null }, [undated])).toBe(undated)
  })

  it("is the test mail, whatever else came", () => {
    const test = mail("test", "2026-06-01T12:03:00.000Z")

    expect(arrivalOf({ ...account, test_mail: testMail("test") }, [fresh, test])).toBe(
      test
    )
  })

  it("came after the test mail left, while that is under way", () => {
    const before = { ...fresh, created_at: "2026-06-01T12:01:00.000Z" }

    expect(arrivalOf({ ...account, test_mail: testMail(null) }, [before])).toBeUndefined()
    expect(arrivalOf({ ...account, test_mail: testMail(null) }, [fresh, before])).toBe(
      fresh
    )
  })

  it("is still known when the test mail is no longer among the latest", () => {
    expect(arrivalOf({ ...account, test_mail: testMail("test") }, [fresh])).toBe(fresh)
  })
})
