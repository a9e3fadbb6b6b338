import { picturesIn } from "./pictures-in"

describe("pictures in a text that becomes plain", () => {
  it("are attachments then, under their names", () => {
    const html =
      '<p>a<img alt="lid.png" src="cid:crmatt_1@inline"></p><img src="cid:crmatt_2@inline"><img src="cid:hers@mail">'

    expect(picturesIn(html).map(({ id, filename }) => [id, filename])).toEqual([
      ["crmatt_1", "lid.png"],
      ["crmatt_2", "crmatt_2"],
    ])
  })
})
