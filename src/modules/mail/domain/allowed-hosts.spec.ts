import { admits, allowedHostsOf } from "./allowed-hosts"

const nothing = allowedHostsOf([])

describe("a mail host, where nothing was allowed", () => {
  it.each(["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"])(
    "is reached at the public address %s",
    (address) => {
      expect(admits(nothing, "imap.example.com", [address])).toBe(true)
    }
  )

  it.each([
    "127.0.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "168.63.129.16",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::127.0.0.1",
    "::7f00:1",
    "::a00:1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "not an address",
  ])("is not reached at %s", (address) => {
    expect(admits(nothing, "imap.example.com", [address])).toBe(false)
  })

  it("is not reached when only one of its addresses is public", () => {
    expect(admits(nothing, "imap.example.com", ["8.8.8.8", "10.0.0.1"])).toBe(false)
  })

  it("is not reached when it has no address", () => {
    expect(admits(nothing, "imap.example.com", [])).toBe(false)
  })
})

describe("the option allowedMailHosts", () => {
  it("admits a host by its name, wherever it is, and no other", () => {
    const allowed = allowedHostsOf(["Mail.Internal"])

    expect(admits(allowed, "mail.internal", ["10.0.0.5"])).toBe(true)
    expect(admits(allowed, "MAIL.INTERNAL", ["10.0.0.5"])).toBe(true)
    expect(admits(allowed, "db.internal", ["10.0.0.5"])).toBe(false)
  })

  it("admits addresses and ranges, in whatever form they come", () => {
    const allowed = allowedHostsOf(["10.0.0.0/8", "127.0.0.1", "[fd00::1]"])

    expect(admits(allowed, "a", ["10.255.0.1"])).toBe(true)
    expect(admits(allowed, "a", ["::ffff:10.0.0.1"])).toBe(true)
    expect(admits(allowed, "a", ["127.0.0.1", "8.8.8.8"])).toBe(true)
    expect(admits(allowed, "a", ["fd00::1"])).toBe(true)
    expect(admits(allowed, "a", ["127.0.0.2"])).toBe(false)
    expect(admits(allowed, "a", ["fd00::2"])).toBe(false)
  })

  it.each(["10.0.0.0/99", "http://mail", "a b", ""])("refuses %j", (entry) => {
    expect(() => allowedHostsOf([entry])).toThrow(
      `"${entry}" is not a host name, an IP address or a range such as 10.0.0.0/8`
    )
  })
})
