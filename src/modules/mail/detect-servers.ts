import { Resolver } from "node:dns/promises"
import type { SrvRecord } from "node:dns"
import {
  domainOf,
  providerOfAddress,
  providerOfExchangers,
  type MailProvider,
} from "./domain/mail-providers"
import type { MailServer } from "./domain/mail-host"

/** What the DNS says of a domain; a name without an answer has none. */
export type MailDns = {
  exchangers(domain: string): Promise<string[]>
  services(name: string): Promise<SrvRecord[]>
}

export type DetectedServers =
  /** The address or its domain's mail exchangers belong to a provider we know. */
  | { by: "domain" | "mx"; provider: MailProvider }
  /** The domain announces its servers (RFC 6186, RFC 8314 5.1). */
  | { by: "srv"; provider: null; imap: MailServer; smtp: MailServer | null }

/** Finds the servers of an address. @returns null when nothing speaks for any; never throws */
export async function detectServers(
  address: string,
  dns: MailDns = systemDns()
): Promise<DetectedServers | null> {
  const byDomain = providerOfAddress(address)

  if (byDomain) {
    return { by: "domain", provider: byDomain }
  }
  const domain = domainOf(address)
  const [exchangers, imap, submissions] = await Promise.all([
    dns.exchangers(domain),
    dns.services(`_imaps._tcp.${domain}`),
    dns.services(`_submissions._tcp.${domain}`),
  ])
  const byExchangers = providerOfExchangers(exchangers)

  if (byExchangers) {
    return { by: "mx", provider: byExchangers }
  }
  const announced = best(imap)

  return (
    announced && { by: "srv", provider: null, imap: announced, smtp: best(submissions) }
  )
}

/** The target `.` says that the service is not offered (RFC 2782). */
function best(records: SrvRecord[]): MailServer | null {
  const [first] = records
    .filter(({ name }) => name !== "" && name !== ".")
    .sort((a, b) => a.priority - b.priority || b.weight - a.weight)

  return first ? { host: first.name, port: first.port, security: "tls" } : null
}

/** A person waits for the answer. */
const PATIENCE = { timeout: 3_000, tries: 1 }

function systemDns(): MailDns {
  const resolver = new Resolver(PATIENCE)
  const orNone = <T>(answer: Promise<T[]>) => answer.catch((): T[] => [])

  return {
    exchangers: async (domain) =>
      (await orNone(resolver.resolveMx(domain)))
        .sort((a, b) => a.priority - b.priority)
        .map(({ exchange }) => exchange),
    services: (name) => orNone(resolver.resolveSrv(name)),
  }
}
