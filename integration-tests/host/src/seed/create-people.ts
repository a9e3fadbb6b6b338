import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createCustomerAccountWorkflow,
  createCustomerGroupsWorkflow,
  createCustomersWorkflow,
  createUserAccountWorkflow,
  linkCustomersToCustomerGroupWorkflow,
} from "@medusajs/medusa/core-flows"
import people from "./people"

type Login = { email: string; password: string }
type Shopper = (typeof people.shoppers)[number]

/** Who works here, and who shops here: with a login, or as a guest. */
export async function createPeople(container: MedusaContainer): Promise<void> {
  for (const user of [people.admin, ...people.agents]) await createUser(container, user)
  for (const shopper of people.shoppers) await createShopper(container, shopper)
  for (const group of people.groups) await createGroup(container, group)
}

async function createUser(
  container: MedusaContainer,
  { password, ...userData }: Login & { first_name: string; last_name: string }
) {
  const [existing] = await container
    .resolve(Modules.USER)
    .listUsers({ email: userData.email })
  if (existing) return

  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: await register(container, { email: userData.email, password }),
      userData,
    },
  })
}

async function createShopper(container: MedusaContainer, shopper: Shopper) {
  const customers = container.resolve(Modules.CUSTOMER)
  const [existing] = await customers.listCustomers({ email: shopper.email })
  if (existing) return

  const { email, first_name, last_name, phone, password, account } = shopper
  const person = { email, first_name, last_name, phone }
  if (account) {
    const authIdentityId = await register(container, { email, password })
    const { result } = await createCustomerAccountWorkflow(container).run({
      input: { authIdentityId, customerData: person },
    })
    await customers.createCustomerAddresses({
      ...addressOf(shopper),
      customer_id: result.id,
      is_default_shipping: true,
      is_default_billing: true,
    })
  } else {
    await createCustomersWorkflow(container).run({ input: { customersData: [person] } })
  }
}

/** The e-mail and the password one logs in with. @returns the id of the identity */
async function register(container: MedusaContainer, body: Login): Promise<string> {
  const { authIdentity, error } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body })
  if (!authIdentity) throw new Error(`${body.email} cannot log in: ${error}`)
  return authIdentity.id
}

async function createGroup(container: MedusaContainer, name: string) {
  const customers = container.resolve(Modules.CUSTOMER)
  const [existing] = await customers.listCustomerGroups({ name })
  if (existing) return

  const { result } = await createCustomerGroupsWorkflow(container).run({
    input: { customersData: [{ name }] },
  })
  const emails = people.shoppers
    .filter(({ group }) => group === name)
    .map(({ email }) => email)
  const members = await customers.listCustomers({ email: emails })
  await linkCustomersToCustomerGroupWorkflow(container).run({
    input: { id: result[0].id, add: members.map(({ id }) => id) },
  })
}

/** As the order and the address book write it. */
export const addressOf = ({ first_name, last_name, phone, address }: Shopper) => ({
  first_name,
  last_name,
  phone,
  ...address,
})

/** The customer of an address; the one with an account where there are two. */
export async function customerOf(container: MedusaContainer, email: string) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: ["id", "email", "first_name", "last_name", "has_account"],
    filters: { email },
  })
  return data.find(({ has_account }) => has_account) ?? data[0]
}
