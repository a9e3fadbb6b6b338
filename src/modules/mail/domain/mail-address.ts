/**
 * One plain address, as we write it into an envelope. Stricter than RFC 5322 on purpose: quoting,
 * comments and groups are what recipient injection is made of (reliability of SMTP libraries
 * differs here), and no customer's address needs them.
 */
const PLAIN_ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uffff-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uffff-]+)*@([a-z0-9\u0080-\uffff]([a-z0-9\u0080-\uffff-]{0,61}[a-z0-9\u0080-\uffff])?\.)*[a-z0-9\u0080-\uffff]([a-z0-9\u0080-\uffff-]{0,61}[a-z0-9\u0080-\uffff])?$/i

export const isPlainAddress = (address: string) =>
  address.length <= 254 && PLAIN_ADDRESS.test(address)

export const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1)
