import { uploadFiles } from "./upload-files"

/** As much of a browser's XMLHttpRequest as an upload needs; the test says what comes. */
class FakeRequest extends EventTarget {
  static last: FakeRequest
  readonly upload = new EventTarget()
  readonly headers: Record<string, string> = {}
  withCredentials = false
  responseType = ""
  response: unknown = null
  status = 0
  statusText = ""
  address = ""
  body: unknown = null

  constructor() {
    super()
    FakeRequest.last = this
  }
  open = (_method: string, url: string) => void (this.address = url)
  setRequestHeader = (name: string, value: string) => void (this.headers[name] = value)
  send = (body: unknown) => void (this.body = body)
  abort = () => void this.dispatchEvent(new Event("abort"))

  hasSent(loaded: number, total: number) {
    this.upload.dispatchEvent(
      Object.assign(new Event("progress"), { lengthComputable: true, loaded, total })
    )
  }
  answers(status: number, response: unknown) {
    Object.assign(this, { status, response, statusText: `Status ${status}` })
    this.dispatchEvent(new Event("load"))
  }
}

const TARGET = {
  url: "https://shop.test/store/crm/attachments",
  headers: { "x-crm-access": "token" },
  withCredentials: false,
}
const photo = new File(["bytes"], "zip.png", { type: "image/png" })

describe("an upload", () => {
  beforeAll(() => Object.assign(globalThis, { XMLHttpRequest: FakeRequest }))
  afterAll(() => void Reflect.deleteProperty(globalThis, "XMLHttpRequest"))

  it("tells how far it is, and what the shop has taken", async () => {
    const steps: number[] = []
    const uploading = uploadFiles([photo], {
      ...TARGET,
      onProgress: (done) => steps.push(done),
    })
    const request = FakeRequest.last
    const taken = { id: "att_1", filename: "zip.png", mime_type: "image/png", size: 5 }

    request.hasSent(1, 4)
    request.hasSent(4, 4)
    request.answers(200, { attachments: [taken] })

    expect(await uploading).toEqual([taken])
    expect(steps).toEqual([0.25, 1])
    expect(request.address).toBe(TARGET.url)
    expect(request.headers).toEqual(TARGET.headers)
  })

  it("that is refused rejects with the server's words", async () => {
    const uploading = uploadFiles([photo], TARGET)

    FakeRequest.last.answers(400, { message: "zip.exe is a program" })
    await expect(uploading).rejects.toMatchObject({
      status: 400,
      message: "zip.exe is a program",
    })
  })

  it("that reaches nobody has no status", async () => {
    const uploading = uploadFiles([photo], TARGET)

    FakeRequest.last.dispatchEvent(new Event("error"))
    await expect(uploading).rejects.toMatchObject({ status: undefined })
  })

  it("can be cancelled", async () => {
    const controller = new AbortController()
    const uploading = uploadFiles([photo], { ...TARGET, signal: controller.signal })

    controller.abort()
    await expect(uploading).rejects.toMatchObject({ name: "AbortError" })
  })
})
