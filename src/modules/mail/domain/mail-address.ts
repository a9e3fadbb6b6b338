import { domainToASCII } from "node:url"

/**
 * One plain address, as we write it into an envelope. Stricter than RFC 5322 on purpose: quoting,
 * comments and groups are what recipient injection is made of (reliability of SMTP libraries
 * differs here), and no customer's address needs them.
 */
const PLAIN_ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uffff-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uffff-]+)*@([a-z0-9\u0080-\uffff]([a-z0-9\u0080-\uffff-]{0,61}[a-z0-9\u0080-\uffff])?\.)*[a-z0-9\u0080-\uffff]([a-z0-9\u0080-\uffff-]{0,61}[a-z0-9\u0080-\uffff])?$/i

export const isPlainAddress = (address: string) =>
  address.length <= 254 && PLAIN_ADDRESS.test(address)

/** Libraries and servers give an address back with its domain in ASCII (RFC 5891), in small letters. */
export const isSameMailbox = (one: string, other: string) =>
  comparable(one) === comparable(other)

const comparable = (address: string) => {
  const domain = domainOf(address)

  return `${address.slice(0, -domain.length)}${domainToASCII(domain) || domain}`.toLowerCase()
}

export const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1)
