import type { AddressInfo, Socket } from "node:net"
import net from "node:net"
import { allowedHostsOf } from "../domain/allowed-hosts"
import { checkedHost, mailHostPolicy, openSocket } from "./mail-host"

const SHARED_REFUSAL =
  /^\S+ is not a mail server on the public internet\. If it is yours, a developer can add it to the plugin option allowedMailHosts$/

describe("the host of a mail account", () => {
  it.each([
    "127.0.0.1",
    "localhost",
    "0.0.0.0",
    "[::1]",
    "[::ffff:7f00:1]",
    "0x7f.1",
    "2130706433",
    "017700000001",
    "169.254.169.254",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "100.64.0.1",
  ])("is refused when it is %s (S1)", async (host) => {
    await expect(checkedHost(host, mailHostPolicy(allowedHostsOf([])))).rejects.toThrow(
      SHARED_REFUSAL
    )
  })

  it("is refused when its name leads into the house", async () => {
    const policy = {
      allowed: allowedHostsOf([]),
      lookup: async () => [{ address: "169.254.169.254", family: 4 }],
    }
    await expect(checkedHost("metadata.google.internal", policy)).rejects.toThrow(
      SHARED_REFUSAL
    )
  })

  it("is asked for once, and connected to where it was then", async () => {
    const server = net.createServer((socket: Socket) => socket.on("error", () => {}))
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const answers = [
      [{ address: "127.0.0.1", family: 4 }],
      [{ address: "169.254.169.254", family: 4 }],
    ]
    const lookup = jest.fn(async () => answers.shift() ?? [])
    const checked = await checkedHost("mail.example.com", {
      allowed: allowedHostsOf(["127.0.0.1"]),
      lookup,
    })
    const socket = await openSocket(
      checked,
      (server.address() as AddressInfo).port,
      5_000
    )

    expect(socket.remoteAddress).toBe("127.0.0.1")
    expect(lookup).toHaveBeenCalledTimes(1)
    socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
})
