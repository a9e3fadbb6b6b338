import type { MailAccount } from "../../api/admin/crm/mail-accounts/contract"
import {
  createBody,
  formOf,
  isComplete,
  NEW_MAIL_ACCOUNT,
  updateBody,
  withPreset,
  type MailAccountForm,
} from "./mail-account-form"
import { MAIL_PRESETS, usualPort } from "./mail-presets"

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
    expect(isComplete(filled, true)).toBe(true)
    expect(isComplete({ ...filled, departmentId: "" }, true)).toBe(false)
    expect(isComplete({ ...filled, imap: { ...filled.imap, password: "" } }, true)).toBe(
      false
    )
    expect(isComplete({ ...filled, autoReply: true }, true)).toBe(false)
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
    expect(isComplete(formOf(saved), false)).toBe(true)
  })
})

describe("a provider's preset", () => {
  it("fills the servers and nothing else", () => {
    const microsoft = MAIL_PRESETS.find(({ id }) => id === "microsoft")!

    expect(withPreset(filled, microsoft)).toMatchObject({
      address: filled.address,
      imap: { host: "outlook.office365.com", port: "993", password: "secret" },
      smtp: { host: "smtp.office365.com", port: "587", security: "starttls" },
    })
  })

  it("knows the usual ports", () => {
    expect([usualPort("imap", "tls"), usualPort("imap", "starttls")]).toEqual([993, 143])
    expect([usualPort("smtp", "tls"), usualPort("smtp", "starttls")]).toEqual([465, 587])
  })
})
