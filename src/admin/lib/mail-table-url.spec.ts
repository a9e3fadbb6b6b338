import {
  isNarrowed,
  mailTableQuery,
  readMailTable,
  withMailFilters,
  withOpenedMail,
} from "./mail-table-url"

const params = (url: string) => new URLSearchParams(url)
const read = (url: string) => readMailTable(params(url))

describe("the address of the ledger", () => {
  it("asks for the first page of everything when it says nothing", () => {
    expect(mailTableQuery(read(""))).toEqual({ limit: 20, offset: 0 })
    expect(isNarrowed(read(""))).toBe(false)
  })

  it("carries search, state, account and page", () => {
    expect(
      mailTableQuery(read("q=mia&state=quarantined&account_id=macc_1&offset=40"))
    ).toEqual({
      q: "mia",
      state: "quarantined",
      account_id: "macc_1",
      limit: 20,
      offset: 40,
    })
  })

  it("keeps a filter that has no value yet, and asks nothing by it", () => {
    const url = withMailFilters(params("offset=20"), { state: undefined })

    expect(url.toString()).toBe("state=")
    expect(mailTableQuery(readMailTable(url))).toEqual({ limit: 20, offset: 0 })
    expect(isNarrowed(readMailTable(url))).toBe(true)
  })

  it("opens and closes a mail where the list stands", () => {
    const opened = withOpenedMail(params("state=ignored&offset=20"), "imail_1")

    expect(readMailTable(opened)).toMatchObject({ opened: "imail_1", pageIndex: 1 })
    expect(withOpenedMail(opened, null).toString()).toBe("state=ignored&offset=20")
  })
})
