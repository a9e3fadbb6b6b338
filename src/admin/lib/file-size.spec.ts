import { fileSize } from "./file-size"

describe("the size of a file", () => {
  it("is said in the unit that reads best", () => {
    expect(fileSize(0, "en")).toBe("0 bytes")
    expect(fileSize(999, "en")).toBe("999 bytes")
    expect(fileSize(1000, "en")).toBe("1 kB")
    expect(fileSize(4_230_000, "en")).toBe("4.2 MB")
    expect(fileSize(42_300_000, "en")).toBe("42 MB")
    expect(fileSize(5e12, "en")).toBe("5,000 GB")
  })

  it("is written as the reader's language writes numbers", () => {
    expect(fileSize(4_230_000, "de")).toBe("4,2 MB")
  })
})
