import { clientAddress } from "./client-address"

describe("who asks", () => {
  it.each([
    [
      "without a proxy is who is connected, whatever is claimed",
      "203.0.113.7",
      "1.2.3.4",
      0,
      "203.0.113.7",
    ],
    [
      "behind one proxy is whom the proxy was asked by",
      "10.0.0.1",
      "1.2.3.4, 203.0.113.7",
      1,
      "203.0.113.7",
    ],
    [
      "behind two proxies is the last but one",
      "10.0.0.1",
      "1.2.3.4, 203.0.113.7, 10.0.0.2",
      2,
      "203.0.113.7",
    ],
    ["is the proxy when it says nothing", "10.0.0.1", undefined, 1, "10.0.0.1"],
    [
      "is the proxy when what it says is no address",
      "10.0.0.1",
      "unknown",
      1,
      "10.0.0.1",
    ],
    [
      "is one address, in IPv6 notation too",
      "::ffff:203.0.113.7",
      undefined,
      0,
      "203.0.113.7",
    ],
  ])("%s", (_, socket, forwarded, proxies, expected) => {
    expect(clientAddress(socket, forwarded, proxies)).toBe(expected)
  })
})
