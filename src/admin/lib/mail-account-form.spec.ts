import type { MailAccount } from "../../api/admin/crm/mail-accounts/contract"
import { OAUTH_SERVERS } from "../../modules/mail/domain/oauth-providers"
import {
  consentBody,
  createBody,
  formOf,
  isComplete,
  NEW_MAIL_ACCOUNT,
  updateBody,
  withFound,
  withServers,
  type MailAccountForm,
} from "./mail-account-form"
import { portWith, usualPort } from "./usual-port"

const filled: MailAccountForm = {
  ...NEW_MAIL_ACCOUNT,
  address: " help@shop.test ",
  departmentId: "dep_1",
  imap: { ...NEW_MAIL_ACCOUNT.imap, host: "imap.shop.test", password: "secret" },
  smtp: { ...NEW_MAIL_ACCOUNT.smtp, host: "smtp.shop.test" },
}

const saved = {
  address: "help@shop.test",
  name: "Help",
  department_id: "dep_1",
  imap: {
    host: "imap.shop.test",
    port: 993,
    security: "tls",
    username: "help@shop.test",
    folder: "INBOX",
    has_password: true,
  },
  smtp: {
    host: "smtp.shop.test",
    port: 465,
    security: "tls",
    username: "help@shop.test",
    has_password: true,
  },
  has_password: true,
  oauth: null,
  after_reading: "keep",
  after_reading_folder: null,
  allow_self_signed: false,
  authserv_id: null,
  reply_footer: null,
  auto_reply: null,
  enabled: true,
} as MailAccount

describe("a new mail account", () => {
  it("logs in with its address, for IMAP and SMTP alike, unless told otherwise", () => {
    expect(createBody(filled)).toMatchObject({
      address: "help@shop.test",
      imap: {
        username: "help@shop.test",
        password: "secret",
        folder: "INBOX",
        port: 993,
      },
      smtp: { username: "help@shop.test", password: "secret", port: 465 },
      auto_reply: null,
      authserv_id: null,
    })
  })

  it("has an SMTP login of its own when it is given one", () => {
    const body = createBody({
      ...filled,
      sameLogin: false,
      smtp: { ...filled.smtp, username: "sender", password: "other" },
    })
    expect(body.smtp).toMatchObject({ username: "sender", password: "other" })
  })

  it("sends without a login when SMTP is given no name", () => {
    const body = createBody({ ...filled, sameLogin: false })
    expect(body.smtp).toMatchObject({ username: null, password: null })
  })

  it("is complete with address, department, servers and password", () => {
    const withoutPassword = { ...filled, imap: { ...filled.imap, password: "" } }

    expect(isComplete(filled)).toBe(true)
    expect(isComplete({ ...filled, departmentId: "" })).toBe(false)
    expect(isComplete(withoutPassword)).toBe(false)
    expect(isComplete({ ...withoutPassword, consent: "google" })).toBe(true)
    expect(isComplete({ ...filled, autoReply: true })).toBe(false)
    expect(isComplete({ ...filled, afterReading: "move" })).toBe(false)
  })

  it("asks for a consent with its servers and no password", () => {
    const body = consentBody(filled, "google", "https://shop.test/connect")

    expect(body).toEqual({
      provider: "google",
      redirect_uri: "https://shop.test/connect",
      address: "help@shop.test",
      department_id: "dep_1",
      name: "",
      imap: {
        host: "imap.shop.test",
        port: 993,
        security: "tls",
        username: "help@shop.test",
        folder: "INBOX",
      },
      smtp: {
        host: "smtp.shop.test",
        port: 465,
        security: "tls",
        username: "help@shop.test",
      },
    })
  })

  it("names the folder that mails are moved to, and none for another choice", () => {
    const moving = { ...filled, afterReadingFolder: " Done " }

    expect(createBody({ ...moving, afterReading: "move" })).toMatchObject({
      after_reading: "move",
      after_reading_folder: "Done",
    })
    expect(createBody({ ...moving, afterReading: "delete" })).toMatchObject({
      after_reading: "delete",
      after_reading_folder: null,
    })
  })
})

describe("a saved mail account", () => {
  it("shows everything but its passwords", () => {
    expect(formOf(saved)).toMatchObject({
      imap: { username: "help@shop.test", password: "" },
      sameLogin: true,
    })
  })

  it("keeps a password that is not typed again", () => {
    const body = updateBody(formOf(saved))
    expect(body.imap).not.toHaveProperty("password")
    expect(body.smtp).not.toHaveProperty("password")
    expect(isComplete(formOf(saved), saved)).toBe(true)
  })

  it("that was connected by consent needs a password only to do without it", () => {
    const connected = {
      ...saved,
      has_password: false,
      oauth: {
        provider: "google",
        connected_as: null,
        expires_at: null,
        state: "connected",
      },
    } as const
    const form = formOf(connected)

    expect(isComplete(form, connected)).toBe(true)
    expect(isComplete({ ...form, consent: null }, connected)).toBe(false)
  })
})

describe("an address that was looked up", () => {
  const google = { ...OAUTH_SERVERS.google, consent: "google" } as const
  const fresh = { ...NEW_MAIL_ACCOUNT, address: "ann@gmail.com" }

  it("fills in its servers and how to log in", () => {
    expect(withFound(fresh, google, null)).toMatchObject({
      imap: { host: "imap.gmail.com" },
      smtp: { host: "smtp.gmail.com" },
      consent: "google",
    })
  })

  it("takes them out again when it is corrected to one that nothing is known of", () => {
    const form = withFound(fresh, google, null)

    expect(withFound(form, null, google)).toEqual(fresh)
  })

  it("leaves servers alone that a person typed, where nothing is known", () => {
    expect(withFound(filled, null, google)).toEqual(filled)
  })
})

describe("the servers of a provider", () => {
  it("are filled in, and nothing else is", () => {
    expect(withServers(filled, OAUTH_SERVERS.microsoft)).toMatchObject({
      address: filled.address,
      imap: { host: "outlook.office365.com", port: "993", password: "secret" },
      smtp: { host: "smtp.office365.com", port: "587", security: "starttls" },
    })
    expect(withServers(filled, { imap: null, smtp: null })).toEqual(filled)
  })

  it("have the usual ports", () => {
    expect([usualPort("imap", "tls"), usualPort("imap", "starttls")]).toEqual([993, 143])
    expect([usualPort("smtp", "tls"), usualPort("smtp", "starttls")]).toEqual([465, 587])
  })

  it("follow the encryption, but not when a person typed another port", () => {
    const port = (typed: string) =>
      portWith("imap", { port: typed, security: "tls" }, "starttls")

    expect(["993", "", "1993", "143"].map(port)).toEqual(["143", "143", "1993", "143"])
  })
})
