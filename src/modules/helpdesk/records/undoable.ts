import type { Sql } from "../../../sql"
import type { Actor } from "../types"
import {
  addCustomerNote,
  changeCustomerNote,
  type NewCustomerNote,
} from "./customer-notes"
import { relateTickets, unrelateTickets } from "./relate-tickets"
import {
  addPersonAddress,
  removePersonAddress,
  type NewPersonAddress,
} from "./same-person"
import { linkProduct, unlinkProduct, type ProductInQuestion } from "./ticket-products"
import { keepUndo } from "./undo"

/** What can be added and taken away, with its way back: each answers the token that undoes it. */

/** @returns null when they were linked before */
export async function relateWithUndo(
  sql: Sql,
  ticket_id: string,
  other_id: string,
  actor: Actor
): Promise<string | null> {
  const done = await relateTickets(sql, ticket_id, other_id, actor)

  return (
    done &&
    keepUndo(sql, {
      kind: "relation",
      ticket_id,
      actor,
      data: { ...done, added: true, other_id },
    })
  )
}

export async function unrelateWithUndo(
  sql: Sql,
  ticket_id: string,
  other_id: string,
  actor: Actor
): Promise<string> {
  const done = await unrelateTickets(sql, ticket_id, other_id, actor)

  return keepUndo(sql, {
    kind: "relation",
    ticket_id,
    actor,
    data: { ...done, added: false, other_id },
  })
}

/** @returns null when it was linked before */
export async function linkProductWithUndo(
  sql: Sql,
  ticket_id: string,
  product: ProductInQuestion,
  actor: Actor
): Promise<string | null> {
  const done = await linkProduct(sql, ticket_id, product, actor)

  return (
    done &&
    keepUndo(sql, { kind: "product", ticket_id, actor, data: { ...done, added: true } })
  )
}

export async function unlinkProductWithUndo(
  sql: Sql,
  ticket_id: string,
  id: string,
  actor: Actor
): Promise<string> {
  const done = await unlinkProduct(sql, ticket_id, id, actor)

  return keepUndo(sql, {
    kind: "product",
    ticket_id,
    actor,
    data: { ...done, added: false },
  })
}

export type Undoable = { id: string; undo: string }

export async function addNoteWithUndo(
  sql: Sql,
  note: NewCustomerNote,
  actor: Actor
): Promise<Undoable> {
  const data = await addCustomerNote(sql, note)

  return {
    id: data.id,
    undo: await keepUndo(sql, { kind: "customer_note", actor, data }),
  }
}

/** @param text null deletes it */
export async function changeNoteWithUndo(
  sql: Sql,
  id: string,
  text: string | null,
  actor: Actor
): Promise<Undoable> {
  const data = await changeCustomerNote(sql, id, text)

  return { id, undo: await keepUndo(sql, { kind: "customer_note", actor, data }) }
}

export async function addAddressWithUndo(
  sql: Sql,
  address: NewPersonAddress,
  actor: Actor
): Promise<Undoable> {
  const id = await addPersonAddress(sql, address)
  const data = { id, added: true }

  return { id, undo: await keepUndo(sql, { kind: "address", actor, data }) }
}

export async function removeAddressWithUndo(
  sql: Sql,
  id: string,
  actor: Actor
): Promise<Undoable> {
  await removePersonAddress(sql, id)
  const data = { id, added: false }

  return { id, undo: await keepUndo(sql, { kind: "address", actor, data }) }
}
