/** A moment as the API writes it, whether it came from a column or from inside a JSON of the database. */
export const isoMoment = (moment: Date | string): string => new Date(moment).toISOString()
