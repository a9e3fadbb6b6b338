/**
 * The addresses of the desk's own accounts, told apart from all others: in any case, and with the
 * tags of RFC 5233 (`support+orders@shop.test` is delivered to `support@shop.test`).
 */
export class OwnAddresses {
  private readonly addresses: ReadonlySet<string>

  constructor(addresses: string[]) {
    this.addresses = new Set(addresses.map((address) => address.toLowerCase()))
  }

  has(address: string): boolean {
    const lower = address.toLowerCase()

    return this.addresses.has(lower) || this.addresses.has(withoutTag(lower))
  }
}

const withoutTag = (address: string) => address.replace(/\+[^@]*(?=@[^@]*$)/, "")
