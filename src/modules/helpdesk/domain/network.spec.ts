import { networkOfAddress } from "./network"

describe("the network of an address", () => {
  it.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["203.0.113.200", "203.0.113.0/24"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["", "unknown"],
    ["not an address", "unknown"],
  ])("%j is %s", (address, network) => {
    expect(networkOfAddress(address)).toBe(network)
  })
})
