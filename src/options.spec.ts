import { SHOPPER_FILE_TYPES } from "./modules/helpdesk/domain/file-type"
import { readOptions } from "./options"

const KEY = Buffer.alloc(32, 1).toString("base64")

it("fills in what is not said", () => {
  const { keyring, ...options } = readOptions({ encryptionKey: KEY, database: {} })

  expect(keyring).toHaveLength(1)
  expect(options).toEqual({
    enabled: true,
    maxDepartments: 40,
    pollIntervalSeconds: 60,
    captcha: { provider: "altcha", maxNumber: 100_000 },
    storeLimits: { perAddress: 30, perNetwork: 100, perShop: 600 },
    storeAttachments: { maxMegabytes: 10, maxFiles: 10, types: [...SHOPPER_FILE_TYPES] },
    trustedProxies: 0,
    backgroundJobs: true,
    maxAttachmentMegabytes: 20,
    allowedMailHosts: { names: new Set(), ranges: [] },
    oauth: {},
    undoSendSeconds: 15,
    whenCustomerWritesFirst: "ask",
  })
})

it("refuses to go without a key, and says how to make one", () => {
  expect(() => readOptions({})).toThrow(
    /^medusa-plugin-crm-desk: option "encryptionKey" is missing.*Make one with: node -e/
  )
  expect(() => readOptions({ encryptionKey: "" })).toThrow(/is missing/)
})

it("needs no key while it is switched off", () => {
  expect(readOptions({ enabled: false })).toMatchObject({ enabled: false, keyring: null })
})

it.each([
  [{ encryptionKey: "c2hvcnQ=" }, /key 1 has 5 bytes where 32 are needed/],
  [{ encryptionKey: KEY, maxDepartments: 0 }, /option "maxDepartments"/],
  [{ encryptionKey: KEY, pollInterval: 5 }, /pollInterval/],
  [{ encryptionKey: KEY, undoSendSeconds: 61 }, /option "undoSendSeconds"/],
  [{ encryptionKey: KEY, storefrontUrl: "shop.example" }, /option "storefrontUrl"/],
  [{ encryptionKey: KEY, storefrontUrl: "javascript:1" }, /option "storefrontUrl"/],
  [
    { encryptionKey: KEY, whenCustomerWritesFirst: "send" },
    /option "whenCustomerWritesFirst"/,
  ],
  [{ encryptionKey: KEY, enabled: "yes" }, /option "enabled"/],
  [
    { encryptionKey: KEY, allowedMailHosts: ["http://mail"] },
    /option "allowedMailHosts": "http:\/\/mail" is not a host name/,
  ],
  [
    { encryptionKey: KEY, oauth: { google: { clientId: "id" } } },
    /option "oauth\.google\.clientSecret"/,
  ],
  [
    {
      encryptionKey: KEY,
      oauth: { microsoft: { clientId: "i", clientSecret: "s", tenant: "a/b" } },
    },
    /option "oauth\.microsoft\.tenant"/,
  ],
  [{ encryptionKey: KEY, oauth: { yahoo: {} } }, /yahoo/],
])("refuses %j", (options, message) => {
  expect(() => readOptions(options)).toThrow(message)
})

it("reads which mail servers of the house may be reached", () => {
  const { allowedMailHosts } = readOptions({
    encryptionKey: KEY,
    allowedMailHosts: ["mail.internal", "10.0.0.0/8"],
  })

  expect(allowedMailHosts.names).toEqual(new Set(["mail.internal"]))
  expect(allowedMailHosts.ranges).toHaveLength(1)
})

it("takes the apps that are registered with mail providers", () => {
  const app = { clientId: "id", clientSecret: "secret" }

  expect(
    readOptions({ encryptionKey: KEY, oauth: { google: app, microsoft: app } }).oauth
  ).toEqual({ google: app, microsoft: { ...app, tenant: "common" } })
})
