import { createHmac } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"
import { SHOPPER_FILE_TYPES } from "./modules/helpdesk/domain/file-type"
import { allowedHostsOf, type AllowedHosts } from "./modules/mail/domain/allowed-hosts"
import { TRANSPORT_SECURITY } from "./modules/mail/domain/mail-host"
import { deriveKey, keyringOf, type Keyring } from "./modules/mail/domain/secret-box"

const HOW_TO_MAKE_A_KEY =
  "Make one with: node -e \"console.log(require('crypto').randomBytes(32).toString('base64'))\""

const server = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65535),
  security: z.enum(TRANSPORT_SECURITY),
})

/** The app a developer registered at a provider, and its endpoints where they are not the usual ones. */
const oauthApp = z.strictObject({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  authorizationUrl: z.url().optional(),
  tokenUrl: z.url().optional(),
  scopes: z.array(z.string().min(1)).min(1).optional(),
  imap: server.optional(),
  smtp: server.optional(),
})

const schema = z.strictObject({
  /** Off hides everything: routes answer 404, no mail is fetched or sent (D-01, D-07). */
  enabled: z.boolean().default(true),
  /**
   * 32 random bytes in base64 that guard the passwords of the mail accounts. Several, newest
   * first, while keys are changed: the first encrypts, all decrypt.
   */
  encryptionKey: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** How many departments a desk may have (V-09). */
  maxDepartments: z.int().min(1).max(1000).default(40),
  /** Seconds between two looks into a mailbox. */
  pollIntervalSeconds: z.int().min(1).max(3600).default(60),
  /** Off: this process fetches and sends nothing by itself (tests, a web-only instance). */
  backgroundJobs: z.boolean().default(true),
  /** Seconds in which a reply can be taken back; 0: it leaves at once. A department may differ. */
  undoSendSeconds: z.int().min(0).max(60).default(15),
  /** What a scheduled reply does when the customer writes before its time. */
  whenCustomerWritesFirst: z.enum(["ask", "cancel"]).default("ask"),
  /** The largest file an agent may attach, in megabytes. */
  maxAttachmentMegabytes: z.number().positive().max(100).default(20),
  /**
   * Where the shop's customers read their requests. Links in mail to them begin with it; without it
   * mail carries none.
   */
  storefrontUrl: z
    .url({ protocol: /^https?$/, error: "use an address such as https://shop.example" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  /**
   * Proxies in front of the server that set X-Forwarded-For. With 0 the header is not believed, and
   * who connects is who asks.
   */
  trustedProxies: z.int().min(0).max(10).default(0),
  /** What shoppers may send in ten minutes, all forms and requests together. */
  storeLimits: z
    .strictObject({
      perAddress: z.int().min(1).default(30),
      perNetwork: z.int().min(1).default(100),
      perShop: z.int().min(1).default(600),
    })
    .prefault({}),
  /** The files shoppers may attach. */
  storeAttachments: z
    .strictObject({
      maxMegabytes: z.number().positive().max(100).default(10),
      maxFiles: z.int().min(1).max(50).default(10),
      /** By content, whatever the name says. */
      types: z
        .array(z.string().min(1))
        .min(1)
        .default([...SHOPPER_FILE_TYPES]),
    })
    .prefault({}),
  /** Who tells people from robots. ALTCHA is built in and asks nobody else. */
  captcha: z
    .discriminatedUnion("provider", [
      z.strictObject({
        provider: z.literal("altcha"),
        /** The work: a browser tries half as many numbers on average. */
        maxNumber: z.int().min(1000).max(10_000_000).default(100_000),
      }),
      z.strictObject({
        provider: z.enum(["turnstile", "hcaptcha", "recaptcha"]),
        siteKey: z.string().min(1),
        secretKey: z.string().min(1),
        /** Of reCAPTCHA v3: what is below counts as a robot. */
        minScore: z.number().min(0).max(1).default(0.5),
        /** Where the answer is checked, when it is not the provider's usual address. */
        verifyUrl: z.url().optional(),
      }),
    ])
    .prefault({ provider: "altcha" }),
  /**
   * Mail servers that are not on the public internet: host names, addresses or ranges. Nothing else
   * inside the house can be reached from the settings page.
   */
  allowedMailHosts: z.array(z.string()).default([]).transform(readAllowedHosts),
  /** Lets agents connect an account by the provider's consent instead of a password. */
  oauth: z
    .strictObject({
      google: oauthApp.optional(),
      microsoft: oauthApp
        .extend({
          tenant: z
            .string()
            .regex(/^[\w.-]+$/)
            .default("common"),
        })
        .optional(),
    })
    .default({}),
})

function readAllowedHosts(entries: string[], context: z.RefinementCtx): AllowedHosts {
  try {
    return allowedHostsOf(entries)
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message })
    return z.NEVER
  }
}

export type OAuthOptions = z.output<typeof schema>["oauth"]

export type CrmDeskOptions = Omit<z.infer<typeof schema>, "encryptionKey"> & {
  /** Null only while the plugin is switched off. */
  keyring: Keyring | null
}

/**
 * The key that opens doors for shoppers: signed links, sessions and codes. Not stored anywhere.
 * @throws UNEXPECTED_STATE while the plugin is switched off
 */
export function accessKey({ keyring }: CrmDeskOptions): Buffer {
  if (!keyring) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The help desk is switched off"
    )
  }
  return deriveKey(keyring, "store-access")
}

/**
 * The key that signs the captcha's challenges, in hex.
 * @throws UNEXPECTED_STATE while the plugin is switched off
 */
export const captchaKey = (options: CrmDeskOptions): string =>
  createHmac("sha256", accessKey(options)).update("captcha").digest("hex")

/** What a host may pass as `options`. */
export type CrmDeskPluginOptions = z.input<typeof schema>

/**
 * Reads the plugin's options. Medusa hands the same object to every module of a plugin, and adds
 * keys of its own, which are left out here.
 * @throws INVALID_DATA with a sentence that says what to set, so that the boot stops on it
 */
export function readOptions(raw: object): CrmDeskOptions {
  const known = Object.fromEntries(
    Object.entries(raw).filter(([key]) => !ADDED_BY_MEDUSA.has(key))
  )
  const parsed = schema.safeParse(known)

  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue.path.length ? `option "${issue.path.join(".")}": ` : ""
    throw refusal(`${where}${issue.message}`)
  }
  const { encryptionKey, ...options } = parsed.data

  return { ...options, keyring: options.enabled ? readKeyring(encryptionKey) : null }
}

const ADDED_BY_MEDUSA = new Set([
  "database",
  "__moduleName",
  "scope",
  "resources",
  "logger",
])

function readKeyring(encryptionKey: string | string[] | undefined): Keyring {
  if (!encryptionKey?.length) {
    throw refusal(
      `option "encryptionKey" is missing: the passwords of mail accounts cannot be kept without it. ${HOW_TO_MAKE_A_KEY}`
    )
  }
  try {
    return keyringOf([encryptionKey].flat())
  } catch (error) {
    throw refusal(
      `option "encryptionKey": ${(error as Error).message}. ${HOW_TO_MAKE_A_KEY}`
    )
  }
}

const refusal = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `medusa-plugin-crm-desk: ${message}`)
