import fs from "node:fs"
import path from "node:path"
import { readEmail } from "./read-email"

const FOLDER = path.resolve(__dirname, "../../../../integration-tests/fixtures/mail")
const statusOf = async (name: string) =>
  (await readEmail(fs.readFileSync(path.join(FOLDER, `${name}.eml`)))).delivery_status

describe("what a bounce says happened to a recipient", () => {
  it.each([
    [
      "bounce-user-unknown",
      "failed",
      "550 5.1.1 <anna.lee@customer.example>: User unknown",
    ],
    ["bounce-mailbox-full", "failed", "552 5.2.2 Mailbox full"],
    ["bounce-delayed", "delayed", "connect to mx.customer.example: Connection timed out"],
    [
      "bounce-in-prose",
      "failed",
      "<anna.lee@customer.example>: Sorry, no mailbox here by that name. (#5.1.1)",
    ],
  ])("%s: %s, in the server's words", async (name, action, words) => {
    expect(await statusOf(name)).toEqual([expect.objectContaining({ action, words })])
  })

  it("is nothing where nothing bounced", async () => {
    expect(await statusOf("newsletter")).toEqual([])
  })
})
