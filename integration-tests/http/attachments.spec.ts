import { createHash } from "node:crypto"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { sweepUploadsWorkflow } from "../../src/workflows"
import { anAgent, refusalOf, type Agent } from "./support/admin"

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64"
)

medusaIntegrationTestRunner({
  dbName: "crm_http_attachments",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let department_id: string

    const upload = async (...files: [name: string, content: Buffer | string][]) => {
      const form = new FormData()

      for (const [name, content] of files) {
        form.append("files", new Blob([content]), name)
      }
      return (await api.post("/admin/crm/attachments", form, ada.headers)).data
        .attachments
    }
    const openWith = async (attachment_ids: string[]) => {
      const { data } = await api.post(
        "/admin/crm/tickets",
        {
          email: "mia@shopper.test",
          department_id,
          subject: "x",
          body: "y",
          attachment_ids,
        },
        ada.headers
      )
      return data.ticket
    }
    const download = (id: string) =>
      api.get(`/admin/crm/attachments/${id}`, {
        ...ada.headers,
        responseType: "arraybuffer",
      })

    beforeAll(async () => {
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      const { data } = await api.post(
        "/admin/crm/departments",
        { private_name: "Support", public_name: "Support" },
        ada.headers
      )
      department_id = data.department.id
    })

    it("come back byte for byte, whatever is in them", async () => {
      const contents = {
        "empty.txt": Buffer.alloc(0),
        "looks-like-base64.txt": Buffer.from("abcd"),
        "binary.bin": Buffer.from(
          Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 256)
        ),
      }
      for (const [name, content] of Object.entries(contents)) {
        const [{ id, size }] = await upload([name, content])
        const { data } = await download(id)
        const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex")

        expect({ name, size, hash: hash(Buffer.from(data)) }).toEqual({
          name,
          size: content.length,
          hash: hash(content),
        })
      }
    })

    it("run nothing in a browser: what they are is read from them, not from their names", async () => {
      const [html, picture, disguised] = await upload(
        ["page.html", "<script>alert(1)</script>"],
        ["tiny.png", PNG],
        ["photo.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"]
      )

      expect([html, picture, disguised].map(({ mime_type }) => mime_type)).toEqual([
        "application/octet-stream",
        "image/png",
        "application/octet-stream",
      ])
      for (const { id, filename } of [html, disguised]) {
        const { headers } = await download(id)

        expect(headers).toMatchObject({
          "content-type": "application/octet-stream",
          "x-content-type-options": "nosniff",
          "content-security-policy": "sandbox; default-src 'none'",
          "cache-control": "private, no-store",
        })
        expect(headers["content-disposition"]).toBe(`attachment; filename=${filename}`)
      }
      expect((await download(picture.id)).headers["content-disposition"]).toMatch(
        /^inline/
      )
    })

    it("keep names that are safe to show and to save under", async () => {
      const names = [
        "../../etc/passwd",
        "a\u202Efdp.exe",
        "\u200B.htaccess",
        "",
        "Rechnung ä.pdf",
      ]
      const uploaded = await upload(
        ...names.map((name): [string, string] => [name || " ", "x"])
      )

      expect(uploaded.map(({ filename }: { filename: string }) => filename)).toEqual([
        "passwd",
        "afdp.exe",
        "htaccess",
        "file",
        "Rechnung ä.pdf",
      ])
    })

    it("join one message once", async () => {
      const [{ id }] = await upload(["invoice.pdf", "%PDF-1.7"])
      const ticket = await openWith([id])

      expect(ticket.messages[0].attachments).toEqual([
        expect.objectContaining({
          id,
          filename: "invoice.pdf",
          mime_type: "application/pdf",
        }),
      ])
      const refusal = await refusalOf(
        api.post(
          `/admin/crm/tickets/${ticket.id}/replies`,
          { body_text: "again", attachment_ids: [id] },
          ada.headers
        )
      )
      expect(refusal).toMatchObject({ status: 400 })
      expect((await download(id)).status).toBe(200)
    })

    it("are nobody's without a login, and unknown ones are not told apart from none", async () => {
      const [{ id }] = await upload(["secret.txt", "x"])

      expect(await refusalOf(api.get(`/admin/crm/attachments/${id}`))).toMatchObject({
        status: 401,
      })
      expect(
        await refusalOf(api.get("/admin/crm/attachments/crmatt_none", ada.headers))
      ).toMatchObject({ status: 404 })
    })

    it("are refused when there are none, too many, or too large ones", async () => {
      const refusals = await Promise.all([
        refusalOf(api.post("/admin/crm/attachments", new FormData(), ada.headers)),
        refusalOf(
          upload(
            ...Array.from({ length: 21 }, (_, i): [string, string] => [`${i}.txt`, "x"])
          ).then(() => ({ status: 200 }))
        ),
        refusalOf(
          upload(["large.bin", Buffer.alloc(21 * 1024 * 1024)]).then(() => ({
            status: 200,
          }))
        ),
      ])

      expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400])
      expect(refusals[1].message).toMatch(/at most 20 files/)
      expect(refusals[2].message).toMatch(/larger than 20 MB/)
    })

    it("that were never sent are swept, the others stay", async () => {
      const [unused, used] = await upload(["unused.txt", "x"], ["used.txt", "y"])
      await openWith([used.id])

      const { result } = await sweepUploadsWorkflow(getContainer()).run({
        input: { hours: 0 },
      })

      expect(result.deleted).toBe(1)
      expect(await refusalOf(download(unused.id))).toMatchObject({ status: 404 })
      expect((await download(used.id)).status).toBe(200)
    })
  },
})
