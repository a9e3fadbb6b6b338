type OAuth = { provider: string; expires_at: string | null; state: string }

/** As the providers call themselves. */
const NAMES: Record<string, string> = { google: "Google", microsoft: "Microsoft 365" }

/** How an account logs in with its provider, where it does; null for a password. */
export function oauthOf(account: object): OAuth | null {
  const oauth = "oauth" in account ? account.oauth : null

  if (!oauth || typeof oauth !== "object") {
    return null
  }
  const provider = "provider" in oauth ? String(oauth.provider) : ""

  return {
    provider: NAMES[provider] ?? provider,
    expires_at:
      "expires_at" in oauth && typeof oauth.expires_at === "string"
        ? oauth.expires_at
        : null,
    state: "state" in oauth ? String(oauth.state) : "",
  }
}
