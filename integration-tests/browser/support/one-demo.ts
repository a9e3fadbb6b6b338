/** The demo that this run of the level started; one that ran before is left alone. */
export const oneDemo = { stop: async () => undefined as void }
