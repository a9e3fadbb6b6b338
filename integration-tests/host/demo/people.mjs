import fs from "node:fs"

/** Who takes part, shared with the seed. */
export const people = JSON.parse(
  fs.readFileSync(new URL("../src/seed/people.json", import.meta.url), "utf8")
)

const DEPARTMENT_PASSWORD = "nordwind-mail"

/** Everybody's mailbox: the departments' and the shoppers'. */
export const mailboxes = [
  ...people.departments.map(({ address }) => ({
    address,
    password: DEPARTMENT_PASSWORD,
  })),
  ...people.shoppers.map(({ email, password }) => ({ address: email, password })),
]
