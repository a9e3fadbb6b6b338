import { safeFilename, typeByContent } from "./file-type"

describe("a file's type", () => {
  it.each([
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "image/png"],
    [[0xff, 0xd8, 0xff, 0xe0], "image/jpeg"],
    [[...Buffer.from("GIF89a")], "image/gif"],
    [[...Buffer.from("RIFF0000WEBP")], "image/webp"],
    [[...Buffer.from("%PDF-1.7")], "application/pdf"],
    [[...Buffer.from("<svg onload=alert(1)>")], "application/octet-stream"],
    [[], "application/octet-stream"],
  ])("is read from its first bytes %j: %s", (bytes, type) => {
    expect(typeByContent(Uint8Array.from(bytes))).toBe(type)
  })
})

describe("a file's name", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\photos\\me.jpg", "me.jpg"],
    ["a\u0000b.png", "ab.png"],
    ["\u202Efdp.exe", "fdp.exe"],
    ["\u200B.htaccess", "htaccess"],
    ["...", "file"],
    ["", "file"],
    ["Ünïcödé 文.txt", "Ünïcödé 文.txt"],
  ])("%j is kept as %j", (given, kept) => {
    expect(safeFilename(given)).toBe(kept)
  })

  it("is cut before its ending", () => {
    const name = safeFilename(`${"a".repeat(5000)}.pdf`)

    expect(name).toHaveLength(200)
    expect(name.endsWith(".pdf")).toBe(true)
  })
})
