import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"

const CIPHER = "aes-256-gcm"
const IV_BYTES = 12
const VERSION = "v1"

/** Key by id, newest first: the first encrypts, all decrypt. */
export type Keyring = { id: string; key: Buffer }[]

/** A secret that is there and cannot be opened. Nothing is lost: the right key opens it again. */
export class SecretLockedError extends MedusaError {
  constructor(message: string) {
    super(MedusaError.Types.NOT_ALLOWED, message)
  }
}

/**
 * @param encoded 32 bytes each, in base64, newest first
 * @throws Error that says what is wrong with which key
 */
export function keyringOf(encoded: string[]): Keyring {
  return encoded.map((text, index) => {
    const key = Buffer.from(text, "base64")

    if (key.length !== 32) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `key ${index + 1} has ${key.length} bytes where 32 are needed`
      )
    }
    return { id: createHash("sha256").update(key).digest("hex").slice(0, 8), key }
  })
}

/**
 * Encrypts with AES-256-GCM.
 * @param place what the secret belongs to, e.g. `macc_1|imap_password`: a ciphertext moved to
 *   another place no longer opens
 * @returns `v1.<key id>.<iv>.<tag>.<ciphertext>`, the last three in base64url
 */
export function seal(secret: string, place: string, keyring: Keyring): string {
  const [{ id, key }] = keyring
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()])

  return [
    VERSION,
    id,
    ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")),
  ].join(".")
}

/** @throws SecretLockedError when no key fits, or the text was altered or moved */
export function unseal(sealed: string, place: string, keyring: Keyring): string {
  const [version, id, iv, tag, ciphertext] = sealed.split(".")
  const entry = keyring.find((candidate) => candidate.id === id)

  if (version !== VERSION || ciphertext === undefined || !entry) {
    throw new SecretLockedError(
      "Its password was encrypted with a key that is not configured. Add that key to the option encryptionKey again, or enter the password anew"
    )
  }
  try {
    const decipher = createDecipheriv(CIPHER, entry.key, Buffer.from(iv, "base64url"))
      .setAAD(Buffer.from(place))
      .setAuthTag(Buffer.from(tag, "base64url"))

    return Buffer.concat([
      decipher.update(Buffer.from(ciphertext, "base64url")),
      decipher.final(),
    ]).toString("utf8")
  } catch {
    throw new SecretLockedError(
      "Its stored password does not open: it was altered or belongs to another account. Enter it again"
    )
  }
}

/** A key of its own for another purpose, so that no key serves two. */
export const deriveKey = (keyring: Keyring, purpose: string): Buffer =>
  createHash("sha256")
    .update(keyring[keyring.length - 1].key)
    .update(`|${purpose}`)
    .digest()
