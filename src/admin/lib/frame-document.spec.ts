import {
  contentId,
  frameDocument,
  hasOwnColours,
  hasRemotePictures,
} from "./frame-document"

const none = { pictures: new Map<string, string>(), showRemote: false, isDark: false }
const policyOf = (document: string) =>
  /Content-Security-Policy" content="([^"]*)"/.exec(document)?.[1]

describe("the document a mail is shown in", () => {
  it("has its policy before anything of the mail", () => {
    const document = frameDocument("<p>Hello</p>", none)

    expect(policyOf(document)).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    expect(document.indexOf("Content-Security-Policy")).toBeLessThan(
      document.indexOf("Hello")
    )
  })

  it("opens links in a window of their own", () => {
    expect(frameDocument("", none)).toContain('<base target="_blank">')
  })
})

describe("the colours of a mail", () => {
  it.each([
    ['<p style="color: #333">Hello</p>', true],
    ['<p style="background:#fff">Hello</p>', true],
    ['<table bgcolor="#ffffff"></table>', true],
    ['<font color="red">Hello</font>', true],
    ["<style>p { margin: 0 }</style>", true],
    ["<p>The colour: a background = red</p>", false],
    ['<p style="margin: 0"><strong>Hello</strong></p>', false],
  ])("in %s are its own: %s", (html, own) => {
    expect(hasOwnColours(html)).toBe(own)
  })

  it("are the page's in the dark, where it brings none", () => {
    const scheme = (html: string, isDark: boolean) =>
      /color-scheme: (\w+)/.exec(frameDocument(html, { ...none, isDark }))?.[1]

    expect(scheme("<p>Hello</p>", true)).toBe("dark")
    expect(scheme("<p>Hello</p>", false)).toBe("light")
    // Black on a dark ground could not be read.
    expect(scheme('<p style="color: #000">Hello</p>', true)).toBe("light")
  })
})

describe("a picture on another server", () => {
  const html = '<p><img alt="x" data-src="https://spy.test/p.gif"></p>'

  it("is noticed", () => {
    expect(hasRemotePictures(html)).toBe(true)
    expect(hasRemotePictures('<img src="cid:logo">')).toBe(false)
    expect(hasRemotePictures(html)).toBe(true)
  })

  it("stays unloaded until the agent asks", () => {
    expect(frameDocument(html, none)).toContain(html)
  })

  it("is loaded over https once the agent asked", () => {
    const document = frameDocument(html, { ...none, showRemote: true })

    expect(document).toContain('<img alt="x" src="https://spy.test/p.gif">')
    expect(policyOf(document)).toContain("img-src data: blob: https:;")
  })

  it("stays unloaded over http", () => {
    const plain = '<img data-src="http://spy.test/p.gif">'
    expect(frameDocument(plain, { ...none, showRemote: true })).toContain(plain)
  })
})

describe("a picture of the mail itself", () => {
  const pictures = new Map([["logo&1@mail", "blob:shop/1"]])

  it("is shown from its attachment", () => {
    expect(
      frameDocument('<img src="cid:logo%261@mail">', { ...none, pictures })
    ).toContain('<img src="blob:shop/1">')
    expect(
      frameDocument('<img src="cid:logo&amp;1@mail">', { ...none, pictures })
    ).toContain('<img src="blob:shop/1">')
  })

  it("loads nothing while the attachment is unknown", () => {
    expect(frameDocument('<img src="cid:other">', { ...none, pictures })).toContain(
      '<img data-cid="other">'
    )
  })

  it("is found by its id with or without brackets", () => {
    expect(contentId("<logo&1@mail>")).toBe("logo&1@mail")
    expect(contentId("100%")).toBe("100%")
  })
})
