import { contentIdOf, inlineImagesIn, withInlineImages } from "./inline-images"

const html = `<p>See <img alt="x" src="cid:${contentIdOf("crmatt_1")}" /> and <img src="cid:${contentIdOf("crmatt_2")}" /><img src="cid:hers@mail" /></p>`

describe("pictures inside a text", () => {
  it("are found by their attachment, and foreign ones are not", () => {
    expect(inlineImagesIn(html + html)).toEqual(["crmatt_1", "crmatt_2"])
  })

  it("become those of copies", () => {
    const copied = withInlineImages(html, (id) => ({ crmatt_1: "crmatt_9" })[id])

    expect(inlineImagesIn(copied)).toEqual(["crmatt_9", "crmatt_2"])
  })
})
