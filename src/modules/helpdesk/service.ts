import { RatingMethods } from "./methods/ratings"

/**
 * The methods are in `methods/`, a file a subject. Medusa wants a module to be one class, so each
 * subject's class extends the one before it: tables, desk settings, agents, writing, tickets,
 * several tickets, messages, teamwork, people, storefront, ratings.
 */
export default class HelpdeskModuleService extends RatingMethods {}
