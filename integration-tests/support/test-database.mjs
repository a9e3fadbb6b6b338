import { startPostgres } from "./postgres.mjs"

/**
 * The server the tests and the bench create their databases on: an embedded one, or that of DATABASE_URL.
 * @param {{ name?: string }} [options] of the embedded one
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function startTestDatabase({ name = "test" } = {}) {
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) return startPostgres({ name })

  const { hostname, port, username, password } = new URL(DATABASE_URL)
  return {
    env: {
      // Medusa's test runner asks for TLS unless the address says "localhost".
      DB_HOST: ["127.0.0.1", "[::1]"].includes(hostname) ? "localhost" : hostname,
      DB_PORT: port || "5432",
      DB_USERNAME: decodeURIComponent(username),
      DB_PASSWORD: decodeURIComponent(password),
      DB_TEMP_NAME: "crm_temp",
    },
    stop: async () => {},
  }
}
