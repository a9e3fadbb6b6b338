import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { accessKey } from "../../../options"
import { inTransaction, reading } from "../../../sql"
import type { StoreScope } from "../domain/store-visibility"
import { forgetAllowances, useAllowances, type Allowance } from "../records/allowances"
import {
  accessesToLookUp,
  askForOrder,
  forgetOrderAccesses,
  recordLookedUp,
  tryCode,
  type OrderRequest,
} from "../records/order-access"
import { isAddressProven, proveAddress, type ProvenBy } from "../records/proven-addresses"
import { postShopperMessage, type ShopperPost } from "../records/shopper-messages"
import {
  openShopperTicket,
  withdrawShopperTicket,
  type ShopperTicket,
} from "../records/shopper-tickets"
import {
  storeFile,
  storeHistory,
  storeMessages,
  storeTicket,
  storeTickets,
  type StoreListQuery,
} from "../reports/store-tickets"
import { linkedTicket } from "../reports/ticket-access"
import { PeopleMethods } from "./people"
import type { Db } from "./tables"

/** The shopper's side: her requests, and the doors to them. */
export class StorefrontMethods extends PeopleMethods {
  @InjectManager()
  async storeTickets(
    scope: StoreScope,
    query: StoreListQuery,
    @MedusaContext() context: Db = {}
  ) {
    return storeTickets(reading(context), scope, query)
  }

  /** Null for an unknown ticket and for one that is somebody else's. */
  @InjectManager()
  async storeTicket(scope: StoreScope, id: string, @MedusaContext() context: Db = {}) {
    return storeTicket(reading(context), scope, id)
  }

  @InjectManager()
  async storeThread(ticketId: string, @MedusaContext() context: Db = {}) {
    const sql = reading(context)

    return {
      messages: await storeMessages(sql, ticketId),
      history: await storeHistory(sql, ticketId),
    }
  }

  @InjectManager()
  async storeFile(scope: StoreScope, id: string, @MedusaContext() context: Db = {}) {
    return storeFile(reading(context), scope, id)
  }

  @InjectTransactionManager()
  async openShopperTicket(input: ShopperTicket, @MedusaContext() context: Db = {}) {
    return openShopperTicket(inTransaction(context), input)
  }

  /** The opposite of `openShopperTicket`. */
  @InjectTransactionManager()
  async withdrawShopperTicket(id: string, @MedusaContext() context: Db = {}) {
    await withdrawShopperTicket(inTransaction(context), id)
  }

  @InjectTransactionManager()
  async postShopperMessage(post: ShopperPost, @MedusaContext() context: Db = {}) {
    return postShopperMessage(inTransaction(context), post)
  }

  /** @returns the first allowance that is used up, or null */
  @InjectManager()
  async useAllowances(allowances: Allowance[], @MedusaContext() context: Db = {}) {
    return useAllowances(reading(context), allowances)
  }

  @InjectManager()
  async forgetAllowances(@MedusaContext() context: Db = {}) {
    await forgetAllowances(reading(context))
  }

  /** Signs what opens a door, and makes codes. In no table. */
  async accessKey(): Promise<Buffer> {
    return accessKey(this.options)
  }

  /** @returns null when the network has asked too often */
  @InjectTransactionManager()
  async askForOrder(request: OrderRequest, @MedusaContext() context: Db = {}) {
    return askForOrder(inTransaction(context), request)
  }

  @InjectManager()
  async accessesToLookUp(limit: number, @MedusaContext() context: Db = {}) {
    return accessesToLookUp(reading(context), limit)
  }

  @InjectTransactionManager()
  async recordLookedUp(
    id: string,
    orderId: string | null,
    @MedusaContext() context: Db = {}
  ) {
    await recordLookedUp(inTransaction(context), id, orderId)
  }

  /** @returns null for whatever is not right */
  @InjectTransactionManager()
  async tryOrderCode(
    attempt: { id: string; code: string },
    @MedusaContext() context: Db = {}
  ) {
    return tryCode(inTransaction(context), attempt, accessKey(this.options))
  }

  @InjectTransactionManager()
  async forgetOrderAccesses(@MedusaContext() context: Db = {}) {
    await forgetOrderAccesses(inTransaction(context))
  }

  @InjectManager()
  async linkedTicket(id: string, @MedusaContext() context: Db = {}) {
    return linkedTicket(reading(context), id)
  }

  @InjectTransactionManager()
  async proveAddress(
    customerId: string,
    email: string,
    by: ProvenBy,
    @MedusaContext() context: Db = {}
  ) {
    await proveAddress(inTransaction(context), customerId, email, by)
  }

  @InjectManager()
  async isAddressProven(
    customerId: string,
    email: string,
    @MedusaContext() context: Db = {}
  ) {
    return isAddressProven(reading(context), customerId, email)
  }
}
