import { createHash, randomBytes } from "node:crypto"
import fs from "node:fs"
import { inDemo } from "./paths.mjs"

/**
 * Keys of this demo, made once: the data is kept, and so are the passwords of its mail accounts,
 * which only the same key opens.
 */
export function demoSecrets() {
  const file = inDemo("secrets.json")
  if (!fs.existsSync(file)) {
    const secret = () => randomBytes(32).toString("base64")
    const secrets = {
      CRM_ENCRYPTION_KEY: secret(),
      JWT_SECRET: secret(),
      COOKIE_SECRET: secret(),
    }
    fs.writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  }
  return JSON.parse(fs.readFileSync(file, "utf8"))
}

/** Tells two keys apart without giving one away. */
export const keyId = ({ CRM_ENCRYPTION_KEY }) =>
  createHash("sha256").update(CRM_ENCRYPTION_KEY).digest("hex").slice(0, 12)
